import type { MatchedKeys } from "@/lib/connectors/exporter";
import type { Party, PricedLine, SalesDocument, SalesLine } from "@/lib/connectors/sales-document";
import { lineNet } from "@/lib/export/document/line-net";

export const exampleParty: Party = {
  debtorNumber: "100", name: "Bakkerij De Korenaar", street: "Dorpsstraat", houseNumber: "12", postalCode: "3511 AB", city: "Utrecht", countryCode: "NL",
  contact: "Mevr. Jansen", phone: "030 123 45 67", email: "info@korenaar.example",
};

type Amounts = Partial<Pick<PricedLine, "quantity" | "unitPrice" | "discount" | "text" | "position" | "vatRate">>;

function priced(code: string, amounts: Amounts): PricedLine & { type: "material" } {
  const { quantity = "2", unitPrice = "12.5", discount = "0" } = amounts;
  const net = lineNet({ quantity, unitPrice, discount });
  return { type: "material", position: 1, code, text: "Koelkraan", unit: "st", vatRate: "21", warehouseCode: null, ...amounts, quantity, unitPrice, discount, net };
}

export const materialLine = (code: string, amounts: Amounts = {}, warehouseCode: string | null = null): SalesLine => ({ ...priced(code, amounts), warehouseCode });

export const hoursLine = (code: string, amounts: Amounts = {}): SalesLine => {
  const { warehouseCode: _, ...line } = priced(code, { text: "Monteur", ...amounts });
  return { ...line, type: "hours", workedMinutes: 20, billedMinutes: 20 };
};

export const textLine = (text: string): SalesLine => ({ type: "text", text });

/** A document as the engine makes it; its totals are of no concern to Cash. */
export function exampleDocument(overrides: Partial<SalesDocument> = {}): SalesDocument {
  const none = { materials: "0.00", hours: "0.00", net: "0.00", vat: [], gross: "0.00", billedHours: "0" };
  return {
    workOrderNumber: "2026.1234", revision: 1, reference: "2026.1234", date: "2026-11-21", workDays: { first: "2026-11-21", last: "2026-11-21" }, customer: exampleParty, invoiceCustomer: null, deliveryAddressCode: null,
    description: "Koeling lekt", lines: [materialLine("4711")], leftOut: [], totals: none, ...overrides,
  };
}

export const noKeys: MatchedKeys = { relations: {}, articles: {} };

import type { MatchedKeys } from "@/lib/connectors/exporter";
import type { Party, PricedLine, SalesDocument, SalesLine } from "@/lib/connectors/sales-document";
import { lineNet } from "@/lib/export/document/line-net";
import { totalLines } from "@/lib/export/document/totals";

export const exampleParty: Party = {
  debtorNumber: "70001", name: "Bäckerei Kornblume", street: "Dorfstraße", houseNumber: "12", postalCode: "10115", city: "Berlin", countryCode: "DE",
  contact: "Jansen", phone: "030 1234567", email: "info@kornblume.example",
};

type Amounts = Partial<Pick<PricedLine, "quantity" | "unitPrice" | "discount" | "text" | "position" | "vatRate" | "unit">>;

function priced(code: string, amounts: Amounts) {
  const { quantity = "2", unitPrice = "12.5", discount = "0" } = amounts;
  return { position: 1, code, text: "Kühlhahn", unit: "Stk", vatRate: "19", ...amounts, quantity, unitPrice, discount, net: lineNet({ quantity, unitPrice, discount }) };
}

export const materialLine = (code: string, amounts: Amounts = {}): SalesLine => ({ ...priced(code, amounts), type: "material", warehouseCode: null });
export const hoursLine = (code: string, amounts: Amounts = {}): SalesLine => ({ ...priced(code, { text: "Monteur", unit: "h", ...amounts }), type: "hours", workedMinutes: 20, billedMinutes: 20 });
export const textLine = (text: string): SalesLine => ({ type: "text", text });

/** A document as the engine makes it, with its totals. */
export function exampleInvoice(overrides: Partial<SalesDocument> = {}): SalesDocument {
  const { lines = [materialLine("4711")] } = overrides;
  return {
    workOrderNumber: "2026.1234", revision: 1, reference: "2026.1234", date: "2026-11-20", workDays: { first: "2026-11-20", last: "2026-11-20" },
    customer: exampleParty, invoiceCustomer: null, deliveryAddressCode: null, description: "Kühlung undicht", lines, leftOut: [],
    totals: totalLines(lines.filter((line) => line.type !== "text")), ...overrides,
  };
}

export const noKeys: MatchedKeys = { relations: {}, articles: {} };

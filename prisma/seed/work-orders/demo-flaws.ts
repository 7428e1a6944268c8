import type { z } from "zod";
import type { workOrderInputSchema } from "@/lib/work-orders/work-order-input";

type Entered = z.input<typeof workOrderInputSchema>;

/** What goes wrong in an office, so that the demonstration shows what is said and created then. Each happens to one work order. */
export const demoFlaws: readonly ((entered: Entered) => Entered)[] = [
  // A material that Cash does not know: it is created there.
  (entered) => ({ ...entered, lines: [...entered.lines, { type: "material", code: "MAATWERK-01", name: "Plaatwerk op maat", quantity: "1", unit: "st", price: "184.50", vatRate: "21" }] }),
  // A customer that Cash does not know: it is created there.
  (entered) => ({
    ...entered, deliveryAddressCode: null, invoiceCustomer: null,
    customer: { debtorNumber: null, name: "Fietsenmakerij De Ketting", street: "Oude Rijksweg", houseNumber: "41", postalCode: "7411 KL", city: "Deventer", countryCode: "NL", contact: "Sanne de Boer", phone: "0570-512870", email: "info@deketting.example" },
  }),
  // One without an address: it cannot be created.
  (entered) => ({ ...entered, deliveryAddressCode: null, invoiceCustomer: null, customer: { debtorNumber: "990017", name: "Bouwcombinatie Waterland" } }),
  (entered) => ({ ...entered, lines: entered.lines.map((line, index) => (index === 0 && line.type === "material" ? { ...line, quantity: "0" } : line)) }),
  (entered) => ({ ...entered, lines: [] }),
  (entered) => ({ ...entered, lines: entered.lines.map((line) => (line.type === "period" && !line.isTravel ? { ...line, hourTypeCode: "SPOED" } : line)) }),
];

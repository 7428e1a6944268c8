import { z } from "zod";

/**
 * What leaves for a vendor, in nobody's notation: made from a work order by `lib/export`, turned into the vendor's own by its
 * exporter. Every amount is decimal text with a point, money in euros: nothing here ever touches a float.
 */

/** Decimal text, at most ten digits before the point and four after it. */
const decimal = z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/);
/** Euros with exactly two decimals. */
const money = z.string().regex(/^-?\d{1,12}\.\d{2}$/);

const partySchema = z.object({
  /** As the work order has it; null: it has none yet. */
  debtorNumber: z.string().nullable(),
  name: z.string(),
  /** Street and house number are kept apart; either may be empty. */
  street: z.string(),
  houseNumber: z.string(),
  postalCode: z.string(),
  city: z.string(),
  countryCode: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
export type Party = z.infer<typeof partySchema>;

const textLine = z.object({ type: z.literal("text"), text: z.string() });

const pricedLine = {
  /** Position of the line or period on the work order. */
  position: z.number().int(),
  code: z.string(),
  text: z.string(),
  unit: z.string().nullable(),
  quantity: decimal,
  /** Per unit, before the discount, without VAT; null: no price is known, the vendor takes its own. */
  unitPrice: decimal.nullable(),
  /** Per cent. */
  discount: decimal,
  /** Per cent; null: not known here. */
  vatRate: decimal.nullable(),
  /** quantity × price less discount, rounded half up; null without a price. */
  net: money.nullable(),
};
const materialLine = z.object({ type: z.literal("material"), ...pricedLine, warehouseCode: z.string().nullable() });
const hoursLine = z.object({
  type: z.literal("hours"),
  ...pricedLine,
  /** Minutes as entered, and after rounding. */
  workedMinutes: z.number().int(),
  billedMinutes: z.number().int(),
});

const salesLineSchema = z.discriminatedUnion("type", [textLine, materialLine, hoursLine]);
export type SalesLine = z.infer<typeof salesLineSchema>;
export type PricedLine = Exclude<SalesLine, { type: "text" }>;

export const salesDocumentSchema = z.object({
  workOrderNumber: z.string(),
  revision: z.number().int().min(1),
  reference: z.string(),
  /** YYYY-MM-DD: the day the work ended. */
  date: z.string(),
  /** YYYY-MM-DD: first and last day on which somebody worked; without periods those of the work order. */
  workDays: z.object({ first: z.string(), last: z.string() }),
  customer: partySchema,
  /** Null: the customer pays. */
  invoiceCustomer: partySchema.nullable(),
  /** Serial number of the customer's delivery address; null: the customer's own address. */
  deliveryAddressCode: z.string().nullable(),
  /** One line that says what was done. */
  description: z.string(),
  lines: z.array(salesLineSchema),
  /** Periods that stay here because their hour type is not billable. */
  leftOut: z.array(z.object({ position: z.number().int(), code: z.string(), text: z.string(), workedMinutes: z.number().int() })),
  totals: z.object({
    materials: money,
    hours: money,
    net: money,
    /** By rate, ascending; a line whose rate is not known is under null. */
    vat: z.array(z.object({ rate: decimal.nullable(), base: money, amount: money })),
    gross: money,
    /** Hours billed, two decimals. */
    billedHours: decimal,
  }),
});
export type SalesDocument = z.infer<typeof salesDocumentSchema>;

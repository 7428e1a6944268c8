import { z } from "zod";
import { periodMinutes } from "@/lib/work-orders/period-minutes";

/**
 * A work order as it is entered, by hand, over the API or from a file: one schema for the browser and the server. Money and
 * quantities are decimal text with a point; days YYYY-MM-DD in the account's time zone; times minutes since midnight.
 */

/** Half characters, which no database takes. */
const wellFormed = (value: string) => value.replace(/\p{Cs}/gu, "\ufffd");
/** One line: breaks and other control characters become blanks. */
const line = (length: number) => z.string().overwrite((value) => wellFormed(value).replace(/\p{Cc}+/gu, " ")).trim().max(length);
const optionalLine = (length: number) => line(length).transform((text) => (text === "" ? null : text)).nullable().default(null);
/** Several lines; of the control characters only breaks and tabs stay. */
const plainText = (value: string) => wellFormed(value).replaceAll("\r\n", "\n").replace(/(?![\n\t])\p{Cc}/gu, "");
const text = (length: number) => z.string().overwrite(plainText).max(length).transform((value) => (value.trim() === "" ? null : value.trimEnd())).nullable().default(null);
const decimal = (whole: number, places: number) => z.string().trim().regex(new RegExp(`^-?\\d{1,${whole}}(\\.\\d{1,${places}})?$`), "decimal");
const minute = z.number().int().min(0).max(1_439);

const workOrderPartySchema = z.object({
  debtorNumber: optionalLine(50),
  name: optionalLine(200),
  street: optionalLine(200),
  houseNumber: optionalLine(20),
  postalCode: optionalLine(20),
  city: optionalLine(100),
  countryCode: z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, "country").nullable().default(null),
  contact: optionalLine(200),
  phone: optionalLine(50),
  email: optionalLine(254),
});

const workOrderMaterialSchema = z.object({
  code: line(50).min(1),
  name: line(500).default(""),
  quantity: decimal(10, 4),
  unit: optionalLine(20),
  /** Without VAT; null: the price of the material. */
  price: decimal(10, 4).nullable().default(null),
  /** Per cent. */
  discount: decimal(3, 4).default("0"),
  vatRate: decimal(3, 2).nullable().default(null),
  warehouseCode: optionalLine(50),
});

const workPeriodSchema = z.object({
  date: z.iso.date(),
  beginMinute: minute.nullable().default(null),
  endMinute: minute.nullable().default(null),
  breakMinutes: z.number().int().min(0).max(1_440).default(0),
  /** Minutes without the break; null: from begin and end. */
  totalMinutes: z.number().int().min(0).max(1_440).nullable().default(null),
  hourTypeCode: line(50).min(1),
  employeeCode: optionalLine(50),
  employeeName: optionalLine(200),
  remark: optionalLine(1_000),
  isTravel: z.boolean().default(false),
});

/** Materials and periods in the order in which they were entered. */
const workOrderLineSchema = z.discriminatedUnion("type", [
  workOrderMaterialSchema.extend({ type: z.literal("material") }),
  workPeriodSchema.extend({ type: z.literal("period") }),
]);

const workOrderContentSchema = z.object({
  projectNumber: optionalLine(50),
  externalProjectNumber: optionalLine(50),
  customer: workOrderPartySchema,
  deliveryAddressCode: optionalLine(20),
  /** Null: the customer pays. */
  invoiceCustomer: workOrderPartySchema.nullable().default(null),
  workDate: z.iso.date(),
  endDate: z.iso.date().nullable().default(null),
  typeOfWork: optionalLine(100),
  shortDescription: optionalLine(200),
  description: text(10_000),
  internalDescription: text(10_000),
  lines: z.array(workOrderLineSchema).max(1_000),
});

/** Beside each field by itself: somebody the work is for, an end after the beginning, and periods whose minutes are known. */
export const workOrderInputSchema = workOrderContentSchema.superRefine(({ customer, workDate, endDate, lines }, check) => {
  if (customer.name === null && customer.debtorNumber === null) check.addIssue({ code: "custom", path: ["customer", "name"], message: "required" });
  if (endDate !== null && endDate < workDate) check.addIssue({ code: "custom", path: ["endDate"], message: "endBeforeBegin" });
  lines.forEach((line, index) => {
    if (line.type === "period" && periodMinutes(line) === null) check.addIssue({ code: "custom", path: ["lines", index, "totalMinutes"], message: "minutesMissing" });
  });
});
export type WorkOrderInput = z.output<typeof workOrderInputSchema>;

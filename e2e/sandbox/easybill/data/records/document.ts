import { z } from "zod";
import { date, flag, identity, nullableDate, nullableId, nullableNumber, nullableText, text } from "./fields";

const documentTypes = [
  "INVOICE", "RECURRING", "CREDIT", "OFFER", "REMINDER", "DUNNING", "STORNO", "STORNO_CREDIT", "DELIVERY", "PDF", "CHARGE",
  "CHARGE_CONFIRM", "LETTER", "ORDER", "PROFORMA_INVOICE", "STORNO_PROFORMA_INVOICE",
] as const;

const vatOptions = ["NULL", "nStb", "nStbUstID", "nStbNoneUstID", "nStbIm", "revc", "IG", "AL", "sStfr", "smallBusiness"] as const;

/** One line as a caller writes it. What is not said comes from the referenced position, else from the description's default. */
const itemFields = z.object({
  number: z.string().nullish(),
  description: z.string().nullish(),
  document_note: z.string().optional(),
  quantity: z.number().default(1),
  unit: z.string().nullish(),
  type: z.enum(["POSITION", "POSITION_NOCALC", "TEXT"]).default("POSITION"),
  position: z.number().int().optional(),
  /** Cents; fractions are allowed. */
  single_price_net: z.number().nullish(),
  single_price_gross: z.number().optional(),
  vat_percent: z.number().optional(),
  discount: nullableNumber,
  discount_type: z.enum(["PERCENT", "AMOUNT", "QUANTITY", "FIX"]).nullable().default(null),
  position_id: nullableId,
  booking_account: nullableText,
  export_cost_1: nullableText,
  export_cost_2: nullableText,
  cost_price_net: nullableNumber,
  itemType: z.enum(["PRODUCT", "SERVICE", "UNDEFINED"]).default("UNDEFINED"),
});

const itemSchema = itemFields.extend({
  id: identity,
  position: z.number().int(),
  number: z.string().nullable(),
  description: z.string().nullable(),
  unit: z.string().nullable(),
  single_price_net: z.number().nullable(),
  single_price_gross: z.number(),
  vat_percent: z.number(),
  total_price_net: z.number(),
  total_price_gross: z.number(),
  total_vat: z.number(),
});

const serviceDate = z.object({
  type: z.enum(["DEFAULT", "SERVICE", "DELIVERY"]),
  date: nullableDate,
  date_from: nullableDate,
  date_to: nullableDate,
  text: nullableText,
});

export const documentFields = z.object({
  type: z.enum(documentTypes).default("INVOICE"),
  bank_debit_form: nullableText,
  calc_vat_from: z.union([z.literal(0), z.literal(1)]).default(0),
  cash_allowance: nullableNumber,
  cash_allowance_days: nullableId,
  cash_allowance_text: nullableText,
  contact_id: nullableId,
  contact_label: text,
  contact_text: text,
  currency: z.string().default("EUR"),
  customer_id: nullableId,
  discount: nullableText,
  discount_type: z.enum(["PERCENT", "AMOUNT"]).nullable().default(null),
  document_date: date.optional(),
  external_id: nullableText,
  replica_url: nullableText,
  grace_period: nullableId,
  due_in_days: nullableId,
  is_acceptable_on_public_domain: flag,
  is_archive: flag,
  is_replica: flag,
  is_oss: flag,
  items: z.array(itemFields).default([]),
  number: nullableText,
  order_number: text,
  buyer_reference: text,
  pdf_template: z.string().nullish(),
  project_id: nullableId,
  ref_id: nullableId,
  service_date: serviceDate.optional(),
  shipping_country: nullableText,
  status: z.enum(["ACCEPT", "DONE", "DROPSHIPPING", "CANCEL"]).nullable().default(null),
  text: text,
  text_prefix: text,
  text_tax: nullableText,
  title: nullableText,
  use_shipping_address: flag,
  vat_country: nullableText,
  fulfillment_country: nullableText,
  vat_option: z.enum(vatOptions).nullable().default(null),
  file_format_config: z.array(z.object({ type: z.string() })).default([]),
});

const addressSchema = z.object({
  salutation: z.number().int(),
  personal: z.boolean(),
  title: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  suffix_1: z.string(),
  suffix_2: z.string(),
  company_name: z.string(),
  street: z.string(),
  zip_code: z.string(),
  city: z.string(),
  state: z.string(),
  country: z.string(),
});

export const documentSchema = documentFields.extend({
  id: identity,
  login_id: identity,
  items: z.array(itemSchema),
  document_date: date,
  service_date: serviceDate,
  address: addressSchema,
  is_draft: z.boolean(),
  /** Totals are whole cents. */
  amount: z.number().int(),
  amount_net: z.number().int(),
  paid_amount: z.number().int(),
  paid_at: date.nullable(),
  due_date: date.nullable(),
  cancel_id: z.number().int().nullable(),
  root_id: z.number().int().nullable(),
  last_postbox_id: z.number().int().nullable(),
  vat_id: z.string(),
  pdf_pages: z.number().int(),
  created_at: z.string(),
  edited_at: z.string(),
});

export type DocumentFields = z.infer<typeof documentFields>;
export type DocumentItem = z.infer<typeof itemSchema>;
export type ItemFields = z.infer<typeof itemFields>;
export type EasybillDocument = z.infer<typeof documentSchema>;

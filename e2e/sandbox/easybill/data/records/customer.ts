import { z } from "zod";
import { date, emails, flag, identity, nullableDate, nullableId, nullableNumber, nullableText, salutation, text } from "./fields";

const taxOptions = ["nStb", "nStbUstID", "nStbNoneUstID", "nStbIm", "revc", "IG", "AL", "sStfr", "NULL"] as const;

/** What a caller may write. `last_name` and `company_name` must be named, though they may be null. */
export const customerFields = z.object({
  last_name: z.string().nullable(),
  company_name: z.string().nullable(),
  acquire_options: nullableId,
  additional_groups_ids: z.array(z.number().int()).default([]),
  bank_account: nullableText,
  bank_account_owner: nullableText,
  bank_bic: nullableText,
  bank_code: nullableText,
  bank_iban: nullableText,
  bank_name: nullableText,
  birth_date: nullableDate,
  cash_allowance: z.number().min(0).max(100).nullable().default(null),
  cash_allowance_days: z.number().int().default(7),
  cash_discount: nullableNumber,
  cash_discount_type: z.enum(["PERCENT", "AMOUNT"]).nullable().default(null),
  city: nullableText,
  state: text,
  country: z.string().default("DE"),
  delivery_title: text,
  delivery_city: nullableText,
  delivery_state: text,
  delivery_company_name: nullableText,
  delivery_country: nullableText,
  delivery_first_name: nullableText,
  delivery_last_name: nullableText,
  delivery_personal: flag,
  delivery_salutation: salutation,
  delivery_street: nullableText,
  delivery_suffix_1: nullableText,
  delivery_suffix_2: nullableText,
  delivery_zip_code: nullableText,
  emails,
  fax: nullableText,
  first_name: nullableText,
  grace_period: nullableId,
  due_in_days: nullableId,
  group_id: nullableId,
  info_1: nullableText,
  info_2: nullableText,
  internet: nullableText,
  mobile: nullableText,
  note: nullableText,
  number: text,
  supplier_number: z.string().optional(),
  payment_options: nullableId,
  personal: flag,
  phone_1: nullableText,
  phone_2: nullableText,
  postbox: nullableText,
  postbox_city: nullableText,
  postbox_state: text,
  postbox_country: nullableText,
  postbox_zip_code: nullableText,
  sale_price_level: z.string().regex(/^SALEPRICE([2-9]|10)$/).nullable().default(null),
  salutation,
  sepa_agreement: z.enum(["BASIC", "COR1", "COMPANY", "NULL"]).nullable().default(null),
  sepa_agreement_date: nullableDate,
  sepa_mandate_reference: nullableText,
  since_date: nullableDate,
  street: nullableText,
  suffix_1: nullableText,
  suffix_2: nullableText,
  tax_number: nullableText,
  court: nullableText,
  court_registry_number: nullableText,
  tax_options: z.enum(taxOptions).nullable().default(null),
  title: nullableText,
  archived: flag,
  vat_identifier: nullableText,
  zip_code: nullableText,
  document_pdf_type: z.string().default("default"),
  buyer_reference: text,
  foreign_supplier_number: text,
});

export const customerSchema = customerFields.extend({
  id: identity,
  login_id: identity,
  display_name: z.string(),
  /** A day. Old entries have neither this nor `updated_at`. */
  created_at: date.optional(),
  updated_at: z.string().optional(),
});

export type CustomerFields = z.infer<typeof customerFields>;
export type Customer = z.infer<typeof customerSchema>;

/** The name the vendor shows in lists. */
export function displayNameOf({ company_name, first_name, last_name }: Pick<CustomerFields, "company_name" | "first_name" | "last_name">): string {
  const person = [first_name, last_name].filter(Boolean).join(" ");
  return [company_name, person].filter(Boolean).join(", ");
}

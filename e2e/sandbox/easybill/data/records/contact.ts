import { z } from "zod";
import { emails, flag, identity, nullableText, salutation, text } from "./fields";

export const contactFields = z.object({
  city: z.string(),
  street: z.string(),
  state: text,
  company_name: nullableText,
  country: z.string().default("DE"),
  department: nullableText,
  emails,
  fax: nullableText,
  first_name: nullableText,
  last_name: nullableText,
  mobile: nullableText,
  note: nullableText,
  personal: flag,
  phone_1: nullableText,
  phone_2: nullableText,
  salutation,
  suffix_1: nullableText,
  suffix_2: nullableText,
  title: nullableText,
  zip_code: nullableText,
});

export const contactSchema = contactFields.extend({
  id: identity,
  login_id: identity,
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  /** Kept here only: the vendor's answers do not say whose contact it is. */
  customer_id: identity,
});

export type ContactFields = z.infer<typeof contactFields>;
export type Contact = z.infer<typeof contactSchema>;

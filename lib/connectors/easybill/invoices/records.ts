import { z } from "zod";

/**
 * What the export reads of EasyBill's records: known fields strictly, others pass. Whatever the vendor may leave out it may also send as null,
 * also where its description does not say so.
 */
const id = z.number().int().positive();
const text = z.string().nullish();
const cents = z.number().int().nullish();
const day = z.iso.date().nullish();

export const customerSchema = z.object({
  id,
  number: text,
  company_name: text,
  first_name: text,
  last_name: text,
  street: text,
  emails: z.array(z.string()).nullish(),
  tax_options: text,
  archived: z.boolean().nullish(),
});
export type EasybillCustomer = z.infer<typeof customerSchema>;

export const positionSchema = z.object({
  id,
  type: z.string(),
  number: text,
  description: text,
  price_type: text,
  sale_price: z.number().nullish(),
  vat_percent: z.number().nullish(),
  archived: z.boolean().nullish(),
});
export type EasybillPosition = z.infer<typeof positionSchema>;

const itemSchema = z.object({
  type: z.string(),
  number: text,
  description: text,
  quantity: z.number().nullish(),
  unit: text,
  single_price_net: z.number().nullish(),
  vat_percent: z.number().nullish(),
  discount: z.number().nullish(),
  discount_type: text,
  position_id: z.number().int().nullish(),
});
export type EasybillItem = z.infer<typeof itemSchema>;

export const documentSchema = z.object({
  id,
  type: z.string(),
  is_draft: z.boolean(),
  customer_id: z.number().int().nullish(),
  external_id: text,
  title: text,
  number: text,
  document_date: day,
  due_date: day,
  paid_at: day,
  amount: cents,
  amount_net: cents,
  paid_amount: cents,
  vat_option: text,
  /** The document that cancels this one; of that one, `ref_id` is this. */
  cancel_id: z.number().int().nullish(),
  ref_id: z.number().int().nullish(),
  last_postbox_id: z.number().int().nullish(),
  attachment_ids: z.array(z.number().int()).nullish(),
  items: z.array(itemSchema).nullish(),
});
export type EasybillDocument = z.infer<typeof documentSchema>;

export const attachmentSchema = z.object({ id, file_name: text, document_id: z.number().int().nullish() });
export type EasybillAttachment = z.infer<typeof attachmentSchema>;

import { z } from "zod";
import { customerSchema } from "../records/schemas";

/**
 * What the export reads of EasyBill's records: known fields strictly, others pass. Whatever the vendor may leave out it may also send as null,
 * also where its description does not say so.
 */
const id = z.number().int().positive();
const text = z.string().nullish();
const cents = z.number().int().nullish();
const day = z.iso.date().nullish();

/** The customers and positions of the imports, with what only an invoice asks for. */
export const payerSchema = customerSchema.extend({ tax_options: text });
export type EasybillPayer = z.infer<typeof payerSchema>;

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
  /** The customer as he was when it was finished. */
  customer_snapshot: z.object({ emails: z.array(z.string()).nullish() }).nullish(),
  items: z.array(itemSchema).nullish(),
});
export type EasybillDocument = z.infer<typeof documentSchema>;

export const attachmentSchema = z.object({ id, file_name: text, document_id: z.number().int().nullish() });

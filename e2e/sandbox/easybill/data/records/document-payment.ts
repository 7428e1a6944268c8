import { z } from "zod";
import { date, flag, identity, text } from "./fields";

export const paymentFields = z.object({
  document_id: identity,
  /** Cents. */
  amount: z.number().int(),
  is_overdue_fee: flag,
  notice: text,
  payment_at: date.optional(),
  type: text,
  provider: text,
  reference: text,
});

export const paymentSchema = paymentFields.extend({
  id: identity,
  login_id: identity,
  payment_at: date,
  /** Kept here only: this payment marked the document as paid although it was less than the amount. */
  settles: z.boolean(),
});

export type DocumentPayment = z.infer<typeof paymentSchema>;

import { z } from "zod";

/** What becomes of a document at the vendor after it was made there. */
export const documentStates = ["draft", "final", "partlyPaid", "paid", "cancelled", "deleted"] as const;
export type DocumentState = (typeof documentStates)[number];

/** A document at the vendor as it stands there now. Amounts in cents, days YYYY-MM-DD. */
const documentStandingSchema = z.object({
  documentId: z.string().min(1),
  /** As people know it; null as long as it is a draft without one. */
  number: z.string().nullable(),
  url: z.string().nullable(),
  state: z.enum(documentStates),
  /** Gross. */
  totalCents: z.number().int().nullable(),
  paidCents: z.number().int().nullable(),
  dueOn: z.iso.date().nullable(),
  paidOn: z.iso.date().nullable(),
});
export type DocumentStanding = z.infer<typeof documentStandingSchema>;

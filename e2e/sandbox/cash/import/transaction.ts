import { z } from "zod";
import { tableNumbers } from "../data/definitions";

/** When a pending transaction is worked off; neither = never. */
const pendingSchema = z.object({
  /** The import's XML, booked when the wait is over. */
  xml: z.string(),
  /** Moment on the sandbox's clock, in milliseconds. */
  dueAt: z.number().optional(),
  pollsLeft: z.number().int().optional(),
  /** A refusal that was ordered for it. */
  refusal: z.object({ table: z.enum(tableNumbers).optional(), message: z.string() }).optional(),
});

/** One import as the vendor remembers it. 1 = pending, 2 = done, 3 = refused. */
export const transactionSchema = z.object({
  id: z.string(),
  status: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  createdAt: z.number(),
  updatedAt: z.number(),
  admCode: z.string(),
  initiator: z.string(),
  err: z.string(),
  pending: pendingSchema.optional(),
});

export type Transaction = z.infer<typeof transactionSchema>;
export type PendingWork = z.infer<typeof pendingSchema>;

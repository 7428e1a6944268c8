import { z } from "zod";
import { transactionSchema } from "../import/transaction";
import { recordChangeSchema } from "./change";

/** One line of the state file: everything in it happened together or not at all. */
export const stateEventSchema = z.object({
  /** The moment from which generated ages count back; first line only. */
  epoch: z.number().optional(),
  administration: z.string().optional(),
  changes: z.array(recordChangeSchema).optional(),
  transaction: transactionSchema.optional(),
  /** How far the clock is ahead of real time, in milliseconds. */
  clockAhead: z.number().optional(),
});

export type StateEvent = z.infer<typeof stateEventSchema>;

import { z } from "zod";
import { companyIds } from "./options";
import { tableNames } from "./tables";

/** One line of the state file: everything in it happened together or not at all. */
export const stateEventSchema = z.object({
  /** The moment from which generated ages count back; first line only. */
  epoch: z.number().optional(),
  company: z.enum(companyIds).optional(),
  changes: z.array(z.object({ table: z.enum(tableNames), id: z.number().int(), record: z.unknown() })).optional(),
  key: z.object({ apiKey: z.string(), isRevoked: z.boolean() }).optional(),
  /** How far the clock is ahead of real time, in milliseconds. */
  clockAhead: z.number().optional(),
});

export type StateEvent = z.infer<typeof stateEventSchema>;

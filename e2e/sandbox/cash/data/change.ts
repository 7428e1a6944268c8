import { z } from "zod";
import { tableNumbers } from "./definitions";

/** A record written or taken out (no fields). */
export const recordChangeSchema = z.object({
  table: z.enum(tableNumbers),
  key: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  changedAt: z.number(),
});

export type RecordChange = z.infer<typeof recordChangeSchema>;

import { z } from "zod";
import { recordKinds } from "@/lib/connectors/record-kinds";
import { LogLevel } from "@/lib/generated/prisma/enums";
import { logDirections } from "@/lib/log/log-filters";

/** What the log is narrowed to. It is read from the address; what is not one of ours is left out. */
export const logFilters = z.object({
  /** Id of a vendor. */
  integration: z.string().regex(/^[a-z0-9-]{1,40}$/).nullable().catch(null),
  direction: z.enum(logDirections).nullable().catch(null),
  level: z.enum(LogLevel).nullable().catch(null),
  kind: z.enum(recordKinds).nullable().catch(null),
  /** The whole number of a record at the vendor. */
  record: z.string().trim().min(1).max(200).nullable().catch(null),
  run: z.uuid().nullable().catch(null),
  workOrder: z.uuid().nullable().catch(null),
  /** Days of the account's time zone, YYYY-MM-DD, both included. */
  from: z.iso.date().nullable().catch(null),
  to: z.iso.date().nullable().catch(null),
  /** Words, each of which must begin a word of the entry's sentence or of what it is about. */
  search: z.string().trim().max(100).catch(""),
});

import { z } from "zod";
import { requestFields } from "../core/journal";
import { operationNames } from "./api/operation-names";
import { companyIds } from "./data/options";

/** One request as the sandbox saw it. Keys are never kept. */
export const journalEntrySchema = z.object({
  ...requestFields,
  operation: z.enum([...operationNames, "unknown"]),
  /** Absent when the key is nobody's. */
  company: z.enum(companyIds).optional(),
  method: z.string(),
  /** Below `/rest/v1`, with the query. */
  path: z.string(),
  /** Of the request, as far as it is kept. */
  body: z.string().optional(),
});

export type JournalEntry = z.infer<typeof journalEntrySchema>;
/** A request before it has its number. */
export type NotedRequest = Omit<JournalEntry, "number">;

import { z } from "zod";
import { requestFields } from "../core/journal";
import { operationNames } from "./soap/signatures";

/** One request as the sandbox saw it. Passwords and tokens are never kept. */
export const journalEntrySchema = z.object({
  ...requestFields,
  operation: z.enum([...operationNames, "wsdl", "unreadable"]),
  user: z.string(),
  administration: z.string(),
  /** The export's command, the tables of an import, the id of a transaction, or the version of a WSDL. */
  subject: z.string(),
  /** The answer code of the vendor; absent for faults and WSDLs. */
  code: z.number().optional(),
  /** The XML of an import, as far as it is kept. */
  xml: z.string().optional(),
});

export type JournalEntry = z.infer<typeof journalEntrySchema>;
/** A request before it has its number. */
export type NotedRequest = Omit<JournalEntry, "number">;

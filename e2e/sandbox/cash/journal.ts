import { z } from "zod";
import { operationNames } from "./soap/signatures";

/** One request as the sandbox saw it. Passwords and tokens are never kept. */
export const journalEntrySchema = z.object({
  /** Counts up for as long as the process lives. */
  number: z.number().int(),
  /** Moment on the sandbox's clock, ISO. */
  at: z.string(),
  operation: z.enum([...operationNames, "wsdl", "unreadable"]),
  user: z.string(),
  administration: z.string(),
  /** The export's command, the tables of an import, the id of a transaction, or the version of a WSDL. */
  subject: z.string(),
  bytesReceived: z.number(),
  bytesSent: z.number(),
  milliseconds: z.number(),
  /** HTTP status, or `none` when the connection was broken or left open. */
  status: z.union([z.number(), z.literal("none")]),
  /** The answer code of the vendor; absent for faults and WSDLs. */
  code: z.number().optional(),
  /** The kinds of fault it met. */
  faults: z.array(z.string()),
  /** The XML of an import, as far as it is kept. */
  xml: z.string().optional(),
});

export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** The latest requests, and how many there were of each operation since the last reset. */
export class Journal {
  private kept: JournalEntry[] = [];
  private counted = new Map<string, number>();
  private last = 0;

  constructor(private readonly capacity: number) {}

  add(entry: Omit<JournalEntry, "number">): void {
    this.last += 1;
    this.kept.push({ number: this.last, ...entry });
    if (this.kept.length > this.capacity) this.kept = this.kept.slice(-Math.ceil(this.capacity / 2));
    this.counted.set(entry.operation, (this.counted.get(entry.operation) ?? 0) + 1);
  }

  /** Oldest first. */
  entries(): readonly JournalEntry[] {
    return this.kept;
  }

  /** Requests per operation. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counted);
  }

  clear(): void {
    this.kept = [];
    this.counted = new Map();
  }
}

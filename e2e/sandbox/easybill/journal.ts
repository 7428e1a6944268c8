import { z } from "zod";
import { operationNames } from "./api/operation-names";
import { companyIds } from "./data/options";

/** One request as the sandbox saw it. Keys are never kept. */
export const journalEntrySchema = z.object({
  /** Counts up for as long as the process lives. */
  number: z.number().int(),
  /** Moment on the sandbox's clock, ISO. */
  at: z.string(),
  operation: z.enum([...operationNames, "unknown"]),
  /** Absent when the key is nobody's. */
  company: z.enum(companyIds).optional(),
  method: z.string(),
  /** Below `/rest/v1`, with the query. */
  path: z.string(),
  /** Of the request, as far as it is kept. */
  body: z.string().optional(),
  bytesReceived: z.number(),
  bytesSent: z.number(),
  milliseconds: z.number(),
  /** HTTP status, or `none` when the connection was broken or left open. */
  status: z.union([z.number(), z.literal("none")]),
  /** The kinds of fault it met. */
  faults: z.array(z.string()),
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

import { z } from "zod";
import type { SandboxClock } from "./clock";
import type { AnyFault, MetFaults } from "./faults/schedule";
import type { Exchange } from "./http/exchange";

/** What every sandbox notes of a request. */
export const requestFields = {
  /** Counts up for as long as the process lives. */
  number: z.number().int(),
  /** Moment on the sandbox's clock, ISO. */
  at: z.string(),
  bytesReceived: z.number(),
  bytesSent: z.number(),
  milliseconds: z.number(),
  /** HTTP status, or `none` when the connection was broken or left open. */
  status: z.union([z.number(), z.literal("none")]),
  /** The kinds of fault it met. */
  faults: z.array(z.string()),
};

/** What the journal says of an exchange that is over, whatever it was about. */
export function noteExchange<Fault extends AnyFault>(exchange: Exchange, clock: SandboxClock, faults: MetFaults<Fault>) {
  return {
    at: new Date(clock.now()).toISOString(),
    bytesSent: exchange.bytesSent,
    milliseconds: exchange.elapsed(),
    status: exchange.status,
    faults: faults.all.map(({ kind }) => kind),
  };
}

/** The latest requests, and how many there were of each operation since the last reset. */
export class Journal<Noted extends { readonly operation: string }> {
  private kept: (Noted & { readonly number: number })[] = [];
  private counted = new Map<string, number>();
  private last = 0;

  /** @param capacity how many requests are kept at most. */
  constructor(private readonly capacity: number) {}

  add(noted: Noted): void {
    this.last += 1;
    this.kept.push({ ...noted, number: this.last });
    if (this.kept.length > this.capacity) this.kept = this.kept.slice(-Math.ceil(this.capacity / 2));
    this.counted.set(noted.operation, (this.counted.get(noted.operation) ?? 0) + 1);
  }

  /** The requests after this number, oldest first; of one operation only when it is named. */
  entries({ after, operation }: { readonly after: number; readonly operation?: string | undefined }): readonly (Noted & { readonly number: number })[] {
    return this.kept.filter((entry) => entry.number > after && (operation === undefined || entry.operation === operation));
  }

  /** Requests per operation. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.counted);
  }

  clear(): void {
    this.kept = [];
    this.counted = new Map();
  }
}

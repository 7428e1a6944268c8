import type { PoolClient } from "pg";
import type { Database } from "@/lib/db";
import { inTransaction } from "@/lib/transaction";

const DAY = 24 * 60 * 60_000;

/** The moment so many days before another. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}

/**
 * Does a batch again and again, each in a short transaction of its own, until one answers null: nobody waits for long for what it
 * holds. A batch takes its rows with SKIP LOCKED, so that it waits for nobody either. Out: the sum of what the batches answered.
 */
export async function inBatches(db: Database, batch: (client: PoolClient) => Promise<number | null>): Promise<number> {
  for (let total = 0; ; ) {
    const done = await inTransaction(db, batch);
    if (done === null) return total;
    total += done;
  }
}

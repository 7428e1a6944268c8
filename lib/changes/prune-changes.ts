import type { Database } from "@/lib/db";
import { daysBefore, inBatches } from "@/lib/retention/in-batches";

const KEPT_DAYS = 365;
const BATCH = 2_000;

/** Deletes what is more than a year old from the records' history. Out: how many. */
export async function pruneChanges(db: Database, now: Date): Promise<number> {
  const before = daysBefore(now, KEPT_DAYS);
  return inBatches(db, async (client) => {
    const { rowCount } = await client.query(
      `DELETE FROM record_change WHERE id IN (SELECT id FROM record_change WHERE at < $1 LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [before],
    );
    return rowCount || null;
  });
}

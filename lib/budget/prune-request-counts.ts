import type { Database } from "@/lib/db";
import { daysBefore, inBatches } from "@/lib/retention/in-batches";

/** Counters are kept for a year. */
const KEPT_DAYS = 365;
const BATCH = 2_000;

/** Deletes how many requests were made in hours that are more than a year ago. Out: how many hours. */
export async function pruneRequestCounts(db: Database, now: Date): Promise<number> {
  const before = daysBefore(now, KEPT_DAYS);
  return inBatches(db, async (client) => {
    const { rowCount } = await client.query(
      `DELETE FROM request_count WHERE (connection_id, hour) IN (SELECT connection_id, hour FROM request_count WHERE hour < $1 ORDER BY hour LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [before],
    );
    return rowCount || null;
  });
}

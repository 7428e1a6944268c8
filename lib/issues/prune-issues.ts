import type { Database } from "@/lib/db";
import { daysBefore, inBatches } from "@/lib/retention/in-batches";

/** Resolved issues are kept as long as the counters of syncs; open ones for as long as they are open. */
const KEPT_DAYS = 365;
const BATCH = 1_000;

/** Deletes issues that were resolved more than a year ago, with their history. In batches, so that nobody waits. Out: how many. */
export async function pruneIssues(db: Database, now: Date): Promise<number> {
  return inBatches(db, async (client) => {
    const { rowCount } = await client.query(
      `DELETE FROM issue WHERE id IN (SELECT id FROM issue WHERE state = 'resolved' AND resolved_at < $1 ORDER BY resolved_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [daysBefore(now, KEPT_DAYS)],
    );
    return rowCount || null;
  });
}

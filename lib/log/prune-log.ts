import type { Database } from "@/lib/db";

const DAY = 24 * 60 * 60_000;
const KEPT_DAYS = 30;
/** Errors, and the operations they stand below, are kept longer. */
const KEPT_DAYS_OF_ERRORS = 90;
const BATCH = 5000;

/** Deletes log entries whose time is up: after 30 days, errors after 90. In batches, so that nobody waits. Out: how many. */
export async function pruneLog(db: Database, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  for (let total = 0; ; ) {
    const { rowCount } = await db.pool.query(
      `DELETE FROM log_entry WHERE id IN (SELECT id FROM log_entry entry WHERE at < $2 OR (at < $1 AND level <> 'error'
         AND NOT EXISTS (SELECT FROM log_entry child WHERE child.parent_id = entry.id AND child.level = 'error')) LIMIT ${BATCH})`,
      [before(KEPT_DAYS), before(KEPT_DAYS_OF_ERRORS)],
    );
    total += rowCount ?? 0;
    if (!rowCount || rowCount < BATCH) return total;
  }
}

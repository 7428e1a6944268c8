import type { Database } from "@/lib/db";
import { daysBefore, inBatches } from "@/lib/retention/in-batches";

/** Counters are kept for a year. */
const KEPT_DAYS = 365;
/** Which records an import turned down, for as long as the log has its messages. */
const KEPT_DAYS_OF_REJECTED = 30;
const BATCH = 500;

/** Deletes runs that ended more than a year ago, with their counters. Out: how many. */
export async function pruneRuns(db: Database, now: Date): Promise<number> {
  const before = daysBefore(now, KEPT_DAYS);
  return inBatches(db, async (client) => {
    const { rowCount } = await client.query(
      `DELETE FROM sync_run WHERE id IN (
         SELECT id FROM sync_run WHERE finished_at < $1 AND state NOT IN ('waiting', 'running') ORDER BY finished_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [before],
    );
    return rowCount || null;
  });
}

/** Forgets by name what imports turned down more than a month ago; its number stays with the counters. Out: of how many imports. */
export async function pruneRejected(db: Database, now: Date): Promise<number> {
  const before = daysBefore(now, KEPT_DAYS_OF_REJECTED);
  return inBatches(db, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE sync_run_import SET rejected = NULL WHERE (run_id, kind) IN (
         SELECT run_id, kind FROM sync_run_import WHERE rejected IS NOT NULL AND finished_at < $1 ORDER BY finished_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
      [before],
    );
    return rowCount || null;
  });
}

/** Drops the tables of seen ids whose runs are over: a server that was killed left them behind. Out: how many. */
export async function dropForgottenTables(db: Database): Promise<number> {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname = current_schema() AND relkind = 'r' AND relname ~ '^sync_seen_[0-9a-f]{32}$'
       AND NOT EXISTS (SELECT FROM sync_run WHERE state IN ('waiting', 'running') AND 'sync_seen_' || replace(id::text, '-', '') = relname)`,
  );
  for (const { name } of rows) await db.pool.query(`DROP TABLE IF EXISTS "${name}"`);
  return rows.length;
}

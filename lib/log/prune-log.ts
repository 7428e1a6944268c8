import type { PoolClient } from "pg";
import type { Database } from "@/lib/db";
import { daysBefore, inBatches } from "@/lib/retention/in-batches";

const KEPT_DAYS = 30;
/** Errors, and the operations they stand below, are kept longer. */
const KEPT_DAYS_OF_ERRORS = 90;
const BATCH = 2_000;

/** The last entry that was looked at, from the oldest on. */
type Progress = { at: string; id: string };
const beginning: Progress = { at: "-infinity", id: "00000000-0000-0000-0000-000000000000" };

/** Deletes log entries whose time is up: after 30 days, errors after 90. From the oldest on, so that what stays is passed once. Out: how many. */
export async function pruneLog(db: Database, now: Date): Promise<number> {
  let progress: Progress | null = beginning;
  return inBatches(db, async (client) => {
    if (progress === null) return null;
    const { deleted, next } = await pruneLogBatch(client, now, progress);
    progress = next;
    return deleted;
  });
}

/** One batch of it within the caller's transaction. `next`: where the next one goes on; null: there is none. */
export async function pruneLogBatch(client: PoolClient, now: Date, { at, id }: Progress = beginning): Promise<{ deleted: number; next: Progress | null }> {
  const { rows } = await client.query<{ deleted: number; at: string | null; id: string | null }>(
    `WITH aged AS MATERIALIZED (SELECT id, at, level FROM log_entry WHERE at < $1 AND (at, id) > ($3::timestamptz, $4::uuid) ORDER BY at, id LIMIT ${BATCH}),
       past AS MATERIALIZED (SELECT id FROM aged WHERE at < $2 OR (level <> 'error'
         AND NOT EXISTS (SELECT FROM log_entry child WHERE child.parent_id = aged.id AND child.level = 'error'))),
       gone AS (DELETE FROM log_entry WHERE id IN (SELECT id FROM log_entry WHERE id IN (SELECT id FROM past) FOR UPDATE SKIP LOCKED) RETURNING id)
     SELECT (SELECT count(*)::int FROM gone) AS deleted, last.at::text AS at, last.id
     FROM (VALUES (1)) AS one LEFT JOIN (SELECT at, id FROM aged ORDER BY at, id OFFSET ${BATCH - 1}) AS last ON true`,
    [daysBefore(now, KEPT_DAYS), daysBefore(now, KEPT_DAYS_OF_ERRORS), at, id],
  );
  const [outcome] = rows;
  return { deleted: outcome?.deleted ?? 0, next: outcome?.at && outcome.id ? { at: outcome.at, id: outcome.id } : null };
}

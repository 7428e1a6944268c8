import type { Database } from "@/lib/db";

/** How the work orders of a connection stand with their export. `doneSince`: ISO text of the first one that is done; null: none is. */
export type ExportCounts = { waiting: number; failed: number; uncertain: number; toDecide: number; done: number; doneSince: string | null };

export const noExports: ExportCounts = { waiting: 0, failed: 0, uncertain: 0, toDecide: 0, done: 0, doneSince: null };

type Row = { waiting: number; uncertain: number; toDecide: number; done: number; failed: number; doneSince: Date | null };

/**
 * Counts work orders, not tries: one that was refused and has gone out since is done, and one that was refused several
 * times is one failed work order. A rejected one without a problem was withdrawn before it was sent.
 */
export async function countExports(db: Database, { accountId, connectionId }: { accountId: string; connectionId: string }): Promise<ExportCounts> {
  const { rows } = await db.pool.query<Row>(
    `SELECT count(*) FILTER (WHERE state IN ('pending', 'sending', 'sent'))::int AS waiting,
            count(*) FILTER (WHERE state = 'uncertain')::int AS uncertain,
            count(*) FILTER (WHERE state = 'needs_review')::int AS "toDecide",
            count(*) FILTER (WHERE state = 'finished')::int AS done,
            count(DISTINCT work_order_id) FILTER (WHERE state = 'rejected' AND problem IS NOT NULL AND NOT EXISTS (
              SELECT FROM export_intent later WHERE later.work_order_id = intent.work_order_id AND later.id <> intent.id
                AND (later.requested_at > intent.requested_at OR later.state <> 'rejected')))::int AS failed,
            min(finished_at) FILTER (WHERE state = 'finished') AS "doneSince"
     FROM export_intent intent WHERE account_id = $1 AND connection_id = $2`,
    [accountId, connectionId],
  );
  const [row] = rows;
  return row ? { ...row, doneSince: row.doneSince?.toISOString() ?? null } : noExports;
}

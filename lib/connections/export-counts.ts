import type { Database } from "@/lib/db";
import { countExports as countAllExports } from "@/lib/export/count-exports";

/** How the work orders of a connection stand with their export. `doneSince`: ISO text of the first one that is done; null: none is. */
export type ExportCounts = { waiting: number; failed: number; uncertain: number; toDecide: number; done: number; doneSince: string | null };

export const noExports: ExportCounts = { waiting: 0, failed: 0, uncertain: 0, toDecide: 0, done: 0, doneSince: null };

/** What needs somebody or waits, as every page counts it, and all that has ever gone out and still stands there. */
export async function countExports(db: Database, { accountId, connectionId }: { accountId: string; connectionId: string }): Promise<ExportCounts> {
  const [counts, { rows: [booked] }] = await Promise.all([
    countAllExports(db, accountId),
    db.pool.query<{ done: number; doneSince: Date | null }>(
      `SELECT count(*)::int AS done, min(finished_at) AS "doneSince" FROM export_intent intent WHERE account_id = $1 AND connection_id = $2 AND state = 'finished'
         AND NOT EXISTS (SELECT FROM exported_document document WHERE document.intent_id = intent.id AND document.state IN ('cancelled', 'deleted'))`,
      [accountId, connectionId],
    ),
  ]);
  const own = counts.find((one) => one.connectionId === connectionId);
  if (!own || !booked) return noExports;
  const { waiting, sending, failed, uncertain, needsReview } = own;
  return { waiting: waiting + sending, failed, uncertain, toDecide: needsReview, done: booked.done, doneSince: booked.doneSince?.toISOString() ?? null };
}

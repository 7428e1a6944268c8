import type { Database } from "@/lib/db";
import { bySpan, type Period } from "@/lib/dashboard/read-period";
import { isCurrent } from "@/lib/export/export-mark";

/** How exports stand, in the order in which they are shown. */
export const exportResults = ["done", "notSent", "waiting", "open", "failed"] as const;
export type ExportResult = (typeof exportResults)[number];

const resultOf = `CASE intent.state WHEN 'finished' THEN 'done' WHEN 'dismissed' THEN 'notSent' WHEN 'rejected' THEN 'failed' WHEN 'uncertain' THEN 'open' WHEN 'needs_review' THEN 'open' ELSE 'waiting' END`;

/** Exports that became due in each span, by how they stand now. Work orders are counted, not tries: one that was refused and asked for again stands in its later try. */
export async function readExportsByResult({ pool }: Database, accountId: string, period: Period): Promise<Record<ExportResult, number>[]> {
  const { rows } = await pool.query<{ start: Date; result: ExportResult; count: number }>(
    `SELECT date_trunc($3, intent.requested_at, $4) AS start, ${resultOf} AS result, count(*)::int AS count
     FROM export_intent intent WHERE intent.account_id = $1 AND intent.requested_at >= $2 AND ${isCurrent} GROUP BY 1, 2`,
    [accountId, period.from, period.unit, period.timeZone],
  );
  return bySpan(period, rows, (found) => {
    const of = (result: ExportResult) => found.find((one) => one.result === result)?.count ?? 0;
    return { done: of("done"), notSent: of("notSent"), waiting: of("waiting"), open: of("open"), failed: of("failed") };
  });
}

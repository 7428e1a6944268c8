import type { Cursor } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import { holdRun } from "@/lib/sync/hold-run";
import { transactionOn } from "@/lib/transaction";
import { isolateBadRecords } from "@/lib/sync/isolate-records";
import { appendRejected } from "@/lib/sync/kept-rejections";
import { logNews } from "@/lib/sync/log-news";
import { settleWithin } from "@/lib/sync/settle-within";
import type { PageScope } from "@/lib/sync/page-scope";

export type SourcePage = { records: readonly SourceRecord[]; totalPages: number | null; within?: readonly string[] };

/** Where the retrieval goes on after this page, for all its kinds; none where a retrieval is read in one go. */
export type ResumePoint = { kinds: readonly RecordKind[]; cursor: Cursor };

/**
 * Writes one page of at most 1,000 records in one transaction: the records, their links, the run's counters, the place
 * where the next page starts, and what the log says. Either all of it is there or nothing.
 * @throws Interruption when this worker no longer holds the run, or the run is to stop
 */
export async function writePage(scope: PageScope, page: SourcePage, { now, requests, resume }: { now: Date; requests: number; resume?: ResumePoint }): Promise<void> {
  const { client, run, kind } = scope;
  await transactionOn(client, async () => {
    await holdRun(client, run, now, requests);
    const { counts, rejected, news } = await isolateBadRecords(scope, page.records);
    const deactivated = page.within ? await settleWithin(scope, page.records, page.within, now) : 0;
    const { rows } = await client.query<{ loud: number; quiet: number; skipped: number; failed: number }>({
      name: "count-page",
      text: `UPDATE sync_run_import SET state = 'running', started_at = coalesce(started_at, $3), read = read + $4, created = created + $5,
          changed = changed + $6, unchanged = unchanged + $7, skipped = skipped + $8, failed = failed + $9, pages = pages + 1,
          total_pages = $10, deactivated = deactivated + $11
        WHERE run_id = $1 AND kind = $2 RETURNING new_reasons - new_quiet_reasons AS loud, new_quiet_reasons AS quiet, skipped, failed`,
      values: [
        run.runId, kind, now, counts.read, counts.created, counts.changed, counts.unchanged, counts.skipped, counts.failed,
        page.totalPages, deactivated,
      ],
    });
    if (rows[0]) await appendRejected(scope, rejected, { skipped: rows[0].skipped - counts.skipped, failed: rows[0].failed - counts.failed });
    if (resume) {
      await client.query("UPDATE sync_run_import SET cursor = $3 WHERE run_id = $1 AND kind = ANY($2::record_kind[])", [run.runId, resume.kinds, JSON.stringify(resume.cursor)]);
    }
    if (news.length === 0) return;
    const total = await logNews(scope, news, rows[0] ?? { loud: 0, quiet: 0 });
    await client.query("UPDATE sync_run_import SET new_reasons = $3, new_quiet_reasons = $4 WHERE run_id = $1 AND kind = $2", [
      run.runId, kind, total.loud + total.quiet, total.quiet,
    ]);
  });
}

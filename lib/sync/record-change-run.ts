import type { PoolClient } from "pg";
import { importKinds } from "@/lib/connectors/record-kinds";
import type { ChangeOrigin, ChangeRun, WrittenKind } from "@/lib/sync/change-run";
import { toKept } from "@/lib/sync/kept-rejections";
import { logConclusion } from "@/lib/sync/log-import";
import { logNews } from "@/lib/sync/log-news";
import { writeRunEnd } from "@/lib/sync/log-run";
import { verdictOf } from "@/lib/sync/verdict";

/** Writes single changes into the sync history and the log: a run that is over at once, with its counters. */
export async function recordChangeRun(client: PoolClient, { run, vendorName, hasOtherAdministrations }: ChangeRun, { written, origin }: { written: readonly WrittenKind[]; origin: ChangeOrigin }): Promise<void> {
  const { runId, accountId, connectionId, administration, trigger, startedAt } = run;
  const imports = written.map(({ counts }) => counts);
  const verdict = verdictOf(imports);
  const kinds = importKinds.filter((kind) => imports.some((one) => one.kind === kind));
  await client.query(
    `INSERT INTO sync_run (id, account_id, connection_id, administration, trigger, kinds, confirmed_kinds, overwrite_kinds, state, requested_by, requested_at, started_at, finished_at)
     VALUES ($1, $2, $3, $4, $5, $6::record_kind[], '{}', '{}', $7, $9, $8, $8, $8)`,
    [runId, accountId, connectionId, administration, trigger, kinds, verdict, startedAt, origin.trigger === "lookUp" ? origin.requestedBy : null],
  );
  for (const [position, { counts, readIds, rejected, news }] of written.entries()) {
    const { kind, state, read, created, changed, unchanged, skipped, deactivated, failed } = counts;
    const total = await logNews({ client, run, kind, hasOtherAdministrations, isNew: false }, news, { loud: 0, quiet: 0 });
    const kept = toKept(rejected);
    await client.query(
      `INSERT INTO sync_run_import (run_id, kind, position, state, read, created, changed, unchanged, skipped, deactivated, failed, pages, new_reasons, new_quiet_reasons, started_at, finished_at, rejected)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13, $14, $14, $15)`,
      [runId, kind, position + 1, state, read, created, changed, unchanged, skipped, deactivated, failed, total.loud + total.quiet, total.quiet, startedAt, kept.length > 0 ? JSON.stringify(kept) : null],
    );
    const row = { kind, read, created, changed, unchanged, skipped, deactivated, failed, newLoud: total.loud, newQuiet: total.quiet, rejected: kept };
    await logConclusion(client, { run }, row, { conclusion: { state: "done", deactivated }, deactivated, readIds });
  }
  await writeRunEnd(client, { runId, accountId, connectionId, trigger, vendorName, requests: 0, verdict, imports, error: null, startedAt, at: startedAt, ...(origin.trigger === "webhook" ? { deliveries: origin.deliveries } : {}) });
}

import type { ClientBase } from "pg";
import type { Cursor } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";
import type { KindConclusion } from "@/lib/sync/conclude-kind";
import type { PageCounts } from "@/lib/sync/page-scope";
import { seenTable } from "@/lib/sync/seen-records";

/** The counters of one kind at the end of its pass, and what of it was not imported, as kept. */
export type ImportRow = PageCounts & { kind: RecordKind; deactivated: number; newLoud: number; newQuiet: number; rejected: unknown };

type Settlement = { conclusion: KindConclusion; deactivated: number; isComplete: boolean; now: Date };

/** Writes down what became of one import of the run. */
export async function settleImport(client: ClientBase, run: ActiveRun, kind: RecordKind, { conclusion, deactivated, isComplete, now }: Settlement): Promise<void> {
  const isDone = conclusion.state === "done";
  const state = conclusion.state === "emptied" ? "failed" : conclusion.state;
  const guard = isDone ? null : JSON.stringify({ wouldGo: conclusion.wouldGo, of: conclusion.of });
  const error = conclusion.state === "emptied" ? JSON.stringify({ code: "vendor_emptied", params: { of: conclusion.of } }) : null;
  await client.query(
    `UPDATE sync_run_import SET state = $3, deactivated = $4, complete = $5, guard = $6, error = $7, finished_at = $8, cursor = NULL
     WHERE run_id = $1 AND kind = $2`,
    [run.runId, kind, state, deactivated, isDone && isComplete, guard, error, now],
  );
}

/** From here on the next pass reads. Only a pass that came to its end gets here. */
export async function saveCheckpoint(
  client: ClientBase,
  run: ActiveRun,
  { kind, created, changed }: ImportRow,
  { cursor, deactivated, isComplete, now }: { cursor: Cursor; deactivated: number; isComplete: boolean; now: Date },
): Promise<void> {
  const changes = created + changed + deactivated;
  await client.query(
    `INSERT INTO import_checkpoint AS known (connection_id, administration, kind, cursor, last_read_at, last_complete_at, last_changed_at, last_changes)
     VALUES ($1, $2, $3, $4, $5::timestamptz, CASE WHEN $6 THEN $5 END, CASE WHEN $7 > 0 THEN $5 END, $7)
     ON CONFLICT (connection_id, administration, kind) DO UPDATE SET cursor = excluded.cursor, last_read_at = excluded.last_read_at,
       last_complete_at = coalesce(excluded.last_complete_at, known.last_complete_at),
       last_changed_at = coalesce(excluded.last_changed_at, known.last_changed_at), last_changes = excluded.last_changes`,
    [run.connectionId, run.administration, kind, JSON.stringify(cursor), now, isComplete, changes],
  );
}

/** Takes off the list "Not imported" what the vendor no longer has, and what another administration had. */
export async function forgetGoneRejections(client: ClientBase, run: ActiveRun, kind: RecordKind): Promise<void> {
  await client.query(
    `DELETE FROM skipped_record skipped WHERE connection_id = $1 AND kind = $3 AND (administration <> $2
       OR NOT EXISTS (SELECT FROM ${seenTable(run.runId)} seen WHERE seen.kind = $3 AND seen.external_id = skipped.external_id))`,
    [run.connectionId, run.administration, kind],
  );
}

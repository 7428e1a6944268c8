import type { PoolClient } from "pg";
import type { Cursor } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Step } from "@/lib/sync/enter-step";
import { holdRun } from "@/lib/sync/hold-run";
import { transactionOn } from "@/lib/transaction";
import { countSeen, forgetSeen, openSeenTable } from "@/lib/sync/seen-records";

type ImportRow = { kind: RecordKind; state: string; read: number; cursor: Cursor };

/** Where a pass stands: over, or to be read on from a place (null: from the beginning). */
export type PassPosition = { isOver: true } | { isOver: false; resume: Cursor };

/**
 * Prepares a pass. One that begins, or begins again, counts from zero: what it has written before is recognised by its
 * links. One that resumes at a page needs the ids seen so far; when the server has lost them in a crash, it begins again.
 */
export async function beginPass(client: PoolClient, { run, retrieval, kinds }: Step, now: Date): Promise<PassPosition> {
  return transactionOn(client, async () => {
    await holdRun(client, run, now);
    await openSeenTable(client, run.runId);
    const { rows } = await client.query<ImportRow>(
      "SELECT kind, state, read, cursor FROM sync_run_import WHERE run_id = $1 AND kind = ANY($2::record_kind[])",
      [run.runId, kinds],
    );
    if (rows.every((row) => row.state !== "waiting" && row.state !== "running")) return { isOver: true };
    const resume = retrieval.step === "page" ? (rows.find((row) => row.cursor !== null)?.cursor ?? null) : null;
    const recorded = rows.reduce((total, row) => total + row.read, 0);
    if (resume !== null && (await countSeen(client, run.runId, kinds)) === recorded) return { isOver: false, resume };

    await forgetSeen(client, run.runId, kinds);
    await client.query(
      `UPDATE sync_run_import SET state = 'running', started_at = coalesce(started_at, $3), cursor = NULL, pages = 0, total_pages = NULL,
         read = 0, created = 0, changed = 0, unchanged = 0, skipped = 0, failed = 0, rejected = NULL
       WHERE run_id = $1 AND kind = ANY($2::record_kind[])`,
      [run.runId, kinds, now],
    );
    return { isOver: false, resume: null };
  });
}

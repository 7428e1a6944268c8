import type { ClientBase } from "pg";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { ErrorCode } from "@/lib/errors";
import type { SyncTrigger } from "@/lib/generated/prisma/enums";
import { kindsForTrigger, switchedOnKinds } from "@/lib/sync/covered-kinds";
import type { SyncEngine } from "@/lib/sync/engine";
import { inTransaction } from "@/lib/transaction";
import { writeRunEnd } from "@/lib/sync/log-run";
import { dropSeenTable } from "@/lib/sync/seen-records";
import { verdictOf, type Verdict } from "@/lib/sync/verdict";
import type { RunImport } from "@/lib/sync/run-import";

export type FinishRequest = {
  runId: string;
  fence: number;
  /** `cancelled`, or an error that ended the run from outside; default: what its imports say. */
  outcome?: "cancelled" | { code: ErrorCode };
};

type RunRow = {
  accountId: string;
  connectionId: string;
  trigger: SyncTrigger;
  kinds: ImportKind[];
  requests: number;
  startedAt: Date;
  vendor: string;
  settings: unknown;
};

/**
 * Closes a run with the verdict of its imports. A second call, and one by a worker that lost the run, changes nothing.
 * Out: whether another run of the connection is waiting.
 */
export async function finishRun(engine: SyncEngine, { runId, fence, outcome }: FinishRequest): Promise<{ isAnotherWaiting: boolean }> {
  return inTransaction(engine.db, async (client) => {
    const now = engine.timing.now();
    const run = await lockRun(client, runId, fence);
    if (run) {
      const imports = await closeImports(client, runId, outcome, now);
      const verdict = verdictOf(imports);
      const error = imports.find((one) => one.error !== null)?.error ?? null;
      await client.query("UPDATE sync_run SET state = $2, finished_at = $3, error = $4, waits_until = NULL WHERE id = $1", [
        runId, verdict, now, verdict === "failed" && error ? JSON.stringify(error) : null,
      ]);
      await noteSuccess(client, engine, run, { verdict, imports, now });
      const vendorName = engine.findConnector(run.vendor)?.manifest.name ?? run.vendor;
      await writeRunEnd(client, { ...run, runId, vendorName, verdict, imports, error, at: now });
      await dropSeenTable(client, runId);
    }
    const { rowCount } = await client.query(
      "SELECT FROM sync_run waiting JOIN sync_run run USING (connection_id) WHERE run.id = $1 AND waiting.state = 'waiting'",
      [runId],
    );
    return { isAnotherWaiting: rowCount === 1 };
  });
}

async function lockRun(client: ClientBase, runId: string, fence: number): Promise<RunRow | undefined> {
  // The connection before its run, as everywhere: two that lock them the other way round would wait for each other.
  await client.query("SELECT FROM connection WHERE id = (SELECT connection_id FROM sync_run WHERE id = $1) FOR NO KEY UPDATE", [runId]);
  const { rows } = await client.query<RunRow>(
    `SELECT run.account_id AS "accountId", run.connection_id AS "connectionId", run.trigger, run.kinds::text[] AS kinds, run.requests,
       run.started_at AS "startedAt", connection.vendor, connection.settings
     FROM sync_run run JOIN connection ON connection.id = run.connection_id
     WHERE run.id = $1 AND run.fence = $2 AND run.state = 'running' FOR NO KEY UPDATE OF run`,
    [runId, fence],
  );
  return rows[0];
}

/** What is still open was cancelled, or not reached. */
async function closeImports(client: ClientBase, runId: string, outcome: FinishRequest["outcome"], now: Date): Promise<RunImport[]> {
  const isCancelled = outcome === "cancelled";
  const error = isCancelled ? null : JSON.stringify({ code: outcome?.code ?? "run_lost", params: {} });
  await client.query(
    `UPDATE sync_run_import SET state = $2, error = coalesce(error, $3), finished_at = $4, cursor = NULL
     WHERE run_id = $1 AND state IN ('waiting', 'running')`,
    [runId, isCancelled ? "cancelled" : "failed", error, now],
  );
  const { rows } = await client.query<RunImport>(
    `SELECT kind, state, read, created, changed, unchanged, skipped, deactivated, failed, error FROM sync_run_import WHERE run_id = $1 ORDER BY position`,
    [runId],
  );
  return rows;
}

/**
 * A success clears what a person had to do. The automatic syncs are on time again when a run read everything they read;
 * single records that failed are named in the log and do not make the whole late.
 */
async function noteSuccess(
  client: ClientBase,
  engine: SyncEngine,
  { accountId, connectionId, kinds, vendor, settings }: RunRow,
  { verdict, imports, now }: { verdict: Verdict; imports: readonly RunImport[]; now: Date },
): Promise<void> {
  if ((verdict !== "succeeded" && verdict !== "partial") || imports.some((one) => one.state !== "done")) return;
  const connector = engine.findConnector(vendor);
  const expected = connector ? kindsForTrigger(connector, switchedOnKinds(settings), "automatic") : [];
  const coversAll = expected.every((kind) => kinds.includes(kind));
  await client.query(
    `UPDATE connection SET state = CASE WHEN state = 'action_required' THEN 'connected' ELSE state END,
       state_reason = CASE WHEN state = 'action_required' THEN NULL ELSE state_reason END,
       last_success_at = CASE WHEN $3 THEN $4 ELSE last_success_at END,
       due_since = CASE WHEN $3 THEN NULL ELSE due_since END
     WHERE account_id = $1 AND id = $2`,
    [accountId, connectionId, coversAll, now],
  );
}

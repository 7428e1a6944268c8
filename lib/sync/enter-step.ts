import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import type { Retrieval } from "@/lib/connectors/connector";
import type { ActiveRun } from "@/lib/sync/active-run";
import { coveredKinds } from "@/lib/sync/covered-kinds";
import type { SyncEngine } from "@/lib/sync/engine";
import { Interruption } from "@/lib/sync/interruption";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { StoredConnection } from "@/lib/vendor/open-context";

export type StepRequest = { runId: string; fence: number; retrieval: string };

/** What a step works with once it has entered the run; `isExporting`: whether the connection sends work orders as well. */
export type Step = { run: ActiveRun; connection: StoredConnection; isExporting: boolean; retrieval: Retrieval; kinds: RecordKind[]; requestsPerMinute: number; vendorName: string };

type EnteredRow = Omit<ActiveRun, "runId" | "fence"> & { vendor: string; login: unknown; secrets: unknown; isExporting: boolean };

/**
 * Enters a run: from now on any other copy of this step, and any older worker, writes nothing.
 * @throws Interruption `lost` when the run is no longer this worker's
 */
export async function enterStep(engine: SyncEngine, { runId, fence, retrieval: retrievalId }: StepRequest): Promise<Step> {
  const { rows } = await engine.db.pool.query<EnteredRow>(
    `UPDATE sync_run run SET entry = run.entry + 1, heartbeat_at = $3, waits_until = NULL
     FROM connection WHERE connection.id = run.connection_id AND run.id = $1 AND run.fence = $2 AND run.state = 'running'
     RETURNING run.entry, run.account_id AS "accountId", run.connection_id AS "connectionId", run.administration, run.trigger,
       run.kinds::text[] AS kinds, run.confirmed_kinds::text[] AS "confirmedKinds", run.overwrite_kinds::text[] AS "overwriteKinds", run.started_at AS "startedAt",
       connection.vendor, connection.login, connection.secrets, connection.next_export_at IS NOT NULL AS "isExporting"`,
    [runId, fence, engine.timing.now()],
  );
  const [row] = rows;
  if (!row) throw new Interruption("lost");
  const { vendor, login, secrets, isExporting, ...run } = row;
  const connector = engine.findConnector(vendor);
  const retrieval = connector?.retrievals.find((one) => one.id === retrievalId);
  if (!connector || !retrieval) throw new Interruption("lost");
  return {
    run: { ...run, runId, fence },
    connection: { id: run.connectionId, accountId: run.accountId, vendor, login, secrets, administration: run.administration === "" ? null : run.administration },
    isExporting,
    retrieval,
    kinds: coveredKinds(retrieval, run.kinds),
    requestsPerMinute: requestsPerMinute(connector.manifest, login),
    vendorName: connector.manifest.name,
  };
}

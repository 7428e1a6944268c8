import type { SyncEngine } from "@/lib/sync/engine";
import { finishRun } from "@/lib/sync/finish-run";

/** A run that loses its worker so often is not tried any more: something in it ends the process each time. */
const MOST_CLAIMS = 10;

type Unattended = { runId: string; connectionId: string; fence: number; state: string; isCancelled: boolean };

/**
 * Connections with a run that nobody works on: one that waits while none is running, or one whose worker has not been
 * heard of for the lease. Runs that were cancelled, or lost their worker too often, are closed here.
 */
export async function findUnattendedConnections(engine: SyncEngine): Promise<string[]> {
  const now = engine.timing.now().getTime();
  const { rows } = await engine.db.pool.query<Unattended>(
    `SELECT id AS "runId", connection_id AS "connectionId", fence, state, cancel_requested_at IS NOT NULL AS "isCancelled" FROM sync_run run
     WHERE (state = 'waiting' AND NOT EXISTS (SELECT FROM sync_run other WHERE other.connection_id = run.connection_id AND other.state = 'running'))
       OR (state = 'running' AND greatest(heartbeat_at, waits_until) < $1)
       OR (state = 'running' AND cancel_requested_at IS NOT NULL AND heartbeat_at < $2)`,
    [new Date(now - engine.timing.runLease), new Date(now - 2 * engine.timing.runHeartbeat)],
  );
  const connectionIds = new Set<string>();
  for (const { runId, connectionId, fence, state, isCancelled } of rows) {
    const isGivenUp = state === "running" && fence >= MOST_CLAIMS;
    if (isCancelled) await finishRun(engine, { runId, fence, outcome: "cancelled" });
    else if (isGivenUp) await finishRun(engine, { runId, fence, outcome: { code: "run_lost" } });
    connectionIds.add(connectionId);
  }
  return [...connectionIds];
}

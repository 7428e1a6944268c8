import type { SyncEngine } from "@/lib/sync/engine";
import { finishRun } from "@/lib/sync/finish-run";

/** Closes the run that a worker held when the job engine gave up on it. Nothing happens when the run is somebody else's by now. */
export async function failRunOf(engine: SyncEngine, worker: string): Promise<void> {
  const { rows } = await engine.db.pool.query<{ runId: string; fence: number }>(
    `SELECT id AS "runId", fence FROM sync_run WHERE worker = $1 AND state = 'running'`,
    [worker],
  );
  for (const { runId, fence } of rows) await finishRun(engine, { runId, fence, outcome: { code: "run_lost" } });
}

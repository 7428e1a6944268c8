import type { ClientBase } from "pg";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { SyncTrigger } from "@/lib/generated/prisma/enums";
import { plannedRetrievals } from "@/lib/sync/covered-kinds";
import type { SyncEngine } from "@/lib/sync/engine";
import { inTransaction } from "@/lib/transaction";
import { writeRunStart } from "@/lib/sync/log-run";

/** A worker's hold on a run and what is to be done in it, in order. */
export type Claim = { runId: string; fence: number; retrievals: string[] };

type Candidate = { id: string; accountId: string; fence: number; trigger: SyncTrigger; kinds: ImportKind[]; vendor: string };

/**
 * Takes the connection's run: the one whose worker has not been heard of for the lease, else the one that waits.
 * Null when there is none, or when another worker is at it. Asked again by the same worker it answers the same.
 */
export async function claimRun(engine: SyncEngine, connectionId: string, worker: string): Promise<Claim | null> {
  return inTransaction(engine.db, async (client) => {
    await client.query("SELECT FROM connection WHERE id = $1 FOR NO KEY UPDATE", [connectionId]);
    const candidate = await findCandidate(client, engine, connectionId, worker);
    if (!candidate) return null;
    const { rows } = await client.query<{ fence: number; startedAt: Date }>(
      `UPDATE sync_run run SET state = 'running', worker = $2, heartbeat_at = $3, waits_until = NULL,
         fence = run.fence + CASE WHEN run.worker = $2 AND run.state = 'running' THEN 0 ELSE 1 END,
         started_at = coalesce(run.started_at, $3),
         administration = CASE WHEN run.state = 'waiting' THEN coalesce(connection.administration, '') ELSE run.administration END
       FROM connection WHERE connection.id = run.connection_id AND run.id = $1
       RETURNING run.fence, run.started_at AS "startedAt"`,
      [candidate.id, worker, engine.timing.now()],
    );
    const [claimed] = rows;
    const connector = engine.findConnector(candidate.vendor);
    if (!claimed || !connector) return null;
    await writeRunStart(client, { ...candidate, connectionId, vendorName: connector.manifest.name, at: claimed.startedAt });
    const retrievals = plannedRetrievals(connector, candidate.kinds).map(({ retrieval }) => retrieval.id);
    return { runId: candidate.id, fence: claimed.fence, retrievals };
  });
}

async function findCandidate(client: ClientBase, engine: SyncEngine, connectionId: string, worker: string): Promise<Candidate | undefined> {
  const { rows } = await client.query<Candidate & { free: boolean }>(
    `SELECT run.id, run.account_id AS "accountId", run.fence, run.trigger, run.kinds::text[] AS kinds, connection.vendor,
       run.state = 'waiting' OR run.worker = $2 OR greatest(run.heartbeat_at, run.waits_until) < $3 AS free
     FROM sync_run run JOIN connection ON connection.id = run.connection_id
     WHERE run.connection_id = $1 AND run.state IN ('running', 'waiting')
     ORDER BY run.state = 'running' DESC LIMIT 1`,
    [connectionId, worker, new Date(engine.timing.now().getTime() - engine.timing.runLease)],
  );
  return rows[0]?.free ? rows[0] : undefined;
}

import type { ClientBase } from "pg";
import type { RunHold } from "@/lib/sync/active-run";
import { Interruption } from "@/lib/sync/interruption";

/**
 * Proves, inside the caller's transaction, that this worker still holds the run, and keeps it held until the
 * transaction ends: nobody can take the run over in between. Counts requests made and renews the heartbeat.
 * @throws Interruption when the run belongs to another worker, is over, or is to stop.
 */
export async function holdRun(client: ClientBase, { runId, fence, entry }: RunHold, now: Date, requests = 0): Promise<void> {
  const { rows } = await client.query<{ stops: boolean }>({
    name: "hold-run",
    text: `UPDATE sync_run run SET heartbeat_at = $4, requests = run.requests + $5
      FROM connection
      WHERE run.id = $1 AND run.fence = $2 AND run.entry = $3 AND run.state = 'running' AND connection.id = run.connection_id
      RETURNING run.cancel_requested_at IS NOT NULL OR connection.state = 'disconnected'
        OR coalesce(connection.administration, '') <> run.administration AS stops`,
    values: [runId, fence, entry, now, requests],
  });
  const row = rows[0];
  if (!row) throw new Interruption("lost");
  if (row.stops) throw new Interruption("cancelled");
}

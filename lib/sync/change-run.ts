import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";
import { kindsForTrigger, plannedRetrievals, switchedOnKinds } from "@/lib/sync/covered-kinds";
import type { SyncEngine } from "@/lib/sync/engine";
import type { RejectedRecord } from "@/lib/sync/page-scope";
import type { RunImport } from "@/lib/sync/run-import";

/** A run for single changes: what it may write, and what its statements need. Its row is written only when something has changed. */
export type ChangeRun = { run: ActiveRun; kinds: readonly RecordKind[]; hasOtherAdministrations: boolean; vendorName: string };

/** What was written of one kind, the ids that were read of it, what is not imported, and what of it newly. */
export type WrittenKind = { counts: RunImport; readIds: string[]; rejected: RejectedRecord[]; news: RejectedRecord[] };

/** How it is known that something may have changed: the vendor told of it so many times, or somebody here asked for it. */
export type ChangeOrigin = { trigger: "webhook"; deliveries: number } | { trigger: "lookUp"; requestedBy: string };

type ConnectionRow = { accountId: string; vendor: string; administration: string; settings: unknown; hasOtherAdministrations: boolean };

/**
 * Makes room for single changes of a connection, until the transaction ends: the page that a sync is writing is waited for, the next one waits.
 * Null when the connection is cut.
 */
export async function openChangeRun(client: PoolClient, engine: SyncEngine, connectionId: string, trigger: ChangeOrigin["trigger"]): Promise<ChangeRun | null> {
  const { rows } = await client.query<ConnectionRow>(
    `SELECT account_id AS "accountId", vendor, coalesce(administration, '') AS administration, settings,
       EXISTS (SELECT FROM import_checkpoint known WHERE known.connection_id = connection.id AND known.administration <> coalesce(connection.administration, '')) AS "hasOtherAdministrations"
     FROM connection WHERE id = $1 AND state <> 'disconnected' FOR NO KEY UPDATE`,
    [connectionId],
  );
  const [connection] = rows;
  const connector = connection && engine.findConnector(connection.vendor);
  if (!connection || !connector) return null;
  await client.query("SELECT FROM sync_run WHERE connection_id = $1 AND state = 'running' FOR NO KEY UPDATE", [connectionId]);
  await client.query("SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off");
  const { accountId, vendor: _vendor, administration, settings, hasOtherAdministrations } = connection;
  const imports = kindsForTrigger(connector, switchedOnKinds(settings), trigger);
  return {
    run: {
      runId: randomUUID(), fence: 0, entry: 0, accountId, connectionId, administration, trigger, kinds: imports, confirmedKinds: [], overwriteKinds: [],
      // After the locks: whatever was written before is older.
      startedAt: engine.timing.now(),
    },
    kinds: plannedRetrievals(connector, imports).flatMap(({ kinds }) => kinds),
    hasOtherAdministrations,
    vendorName: connector.manifest.name,
  };
}

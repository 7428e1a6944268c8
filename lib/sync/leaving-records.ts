import type { ClientBase } from "pg";
import { noteDeactivated } from "@/lib/changes/note-deactivated";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";
import { recordTables } from "@/lib/sync/record-tables";
import { seenTable } from "@/lib/sync/seen-records";

export type LeavingScope = {
  client: ClientBase;
  run: ActiveRun;
  kind: RecordKind;
  /** Every record there is was handed over: what was not seen has gone. */
  isComplete: boolean;
  /** Delivery addresses only: their relations stay after all, so what leaves because of them stays too. */
  relationsStay: boolean;
};

/** Active linked records, with the reason why they leave: not seen any more, or seen and not meeting the rules. */
function leavingQuery({ run, kind, isComplete, relationsStay }: LeavingScope): string {
  const unseen = isComplete ? "WHEN seen.external_id IS NULL THEN 'gone'" : "";
  // What something else has written since the run began (a change that the vendor told of, an export) is newer than the pass.
  const isNewer = "link.changed_at > $5::timestamptz";
  const leaves = relationsStay ? "CASE WHEN seen.leaves <> 'relationNotImported' THEN seen.leaves END" : "seen.leaves";
  return `SELECT local.id, CASE WHEN ${isNewer} THEN NULL ${unseen} WHEN true THEN ${leaves} END AS reason
    FROM external_link link JOIN ${recordTables[kind].table} local ON local.id = link.local_id AND local.account_id = $1 AND local.active
    LEFT JOIN ${seenTable(run.runId)} seen ON seen.kind = $4::record_kind AND seen.external_id = link.external_id
    WHERE link.connection_id = $2 AND link.administration = $3 AND link.kind = $4::record_kind`;
}

const parameters = ({ run, kind }: LeavingScope) => [run.accountId, run.connectionId, run.administration, kind, run.startedAt];

/** Whether any record can be leaving at all; saves a reading of changes the look at every link. */
export async function mayAnyLeave({ client, run, kind, isComplete }: LeavingScope): Promise<boolean> {
  if (isComplete) return true;
  const { rowCount } = await client.query(`SELECT FROM ${seenTable(run.runId)} WHERE kind = $1 AND leaves IS NOT NULL LIMIT 1`, [kind]);
  return rowCount === 1;
}

/** How many of the active records would go. */
export async function countLeaving(scope: LeavingScope): Promise<{ wouldGo: number; of: number }> {
  const { rows } = await scope.client.query<{ wouldGo: number; of: number }>(
    `SELECT count(reason)::int AS "wouldGo", count(*)::int AS of FROM (${leavingQuery(scope)}) AS linked`,
    parameters(scope),
  );
  return rows[0] ?? { wouldGo: 0, of: 0 };
}

/** Deactivates them, each with its reason. Their links lose the digest, so that they come back when the vendor has them again. */
export async function deactivateLeaving(scope: LeavingScope): Promise<number> {
  const { rows } = await scope.client.query<{ id: string }>(
    `UPDATE ${recordTables[scope.kind].table} record SET active = false, inactive_reason = leaving.reason, updated_at = $5::timestamptz
     FROM (${leavingQuery(scope)}) AS leaving WHERE record.id = leaving.id AND leaving.reason IS NOT NULL RETURNING record.id`,
    parameters(scope),
  );
  await conclude(scope.client, scope.run, scope.kind, rows.map((row) => row.id));
  return rows.length;
}

/** Records that hang under relations go with them. When such a relation comes back, what hangs under it is to be read again. */
export async function deactivateBelowInactive(client: ClientBase, run: ActiveRun, kind: RecordKind): Promise<number> {
  const { rows } = await client.query<{ id: string; relationId: string }>(
    `UPDATE ${recordTables[kind].table} below SET active = false, inactive_reason = 'relationNotImported', updated_at = $4
     FROM relation WHERE relation.id = below.relation_id AND NOT relation.active AND below.active AND below.account_id = $1
       AND EXISTS (SELECT FROM external_link link WHERE link.local_id = below.id AND link.connection_id = $2 AND link.administration = $3)
     RETURNING below.id, relation.id AS "relationId"`,
    [run.accountId, run.connectionId, run.administration, run.startedAt],
  );
  if (rows.length === 0) return 0;
  await conclude(client, run, kind, rows.map((row) => row.id));
  await client.query(
    `UPDATE external_link SET below_version = NULL, below_read_at = NULL
     WHERE account_id = $1 AND connection_id = $2 AND local_id = ANY($3::uuid[]) AND below_read_at IS NOT NULL`,
    [run.accountId, run.connectionId, rows.map((row) => row.relationId)],
  );
  return rows.length;
}

/** Records that only another administration of this connection has: it is not in use any more. */
export async function deactivateOtherAdministrations(client: ClientBase, run: ActiveRun, kind: RecordKind): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE ${recordTables[kind].table} record SET active = false, inactive_reason = 'otherAdministration', updated_at = $5
     WHERE record.account_id = $1 AND record.active
       AND EXISTS (SELECT FROM external_link link
         WHERE link.local_id = record.id AND link.connection_id = $2 AND link.administration <> $3 AND link.kind = $4)
       AND NOT EXISTS (SELECT FROM external_link link
         WHERE link.local_id = record.id AND (link.connection_id <> $2 OR link.administration = $3))
     RETURNING record.id`,
    [run.accountId, run.connectionId, run.administration, kind, run.startedAt],
  );
  await conclude(client, run, kind, rows.map((row) => row.id));
  return rows.length;
}

/** What the vendor sends of them next is written, whatever it is; and their history tells that they went. */
async function conclude(client: ClientBase, run: ActiveRun, kind: RecordKind, localIds: readonly string[]): Promise<void> {
  if (localIds.length === 0) return;
  await noteDeactivated(client, run, kind, localIds);
  await client.query("UPDATE external_link SET hash = '' WHERE account_id = $1 AND connection_id = $2 AND local_id = ANY($3::uuid[])", [
    run.accountId, run.connectionId, localIds,
  ]);
}

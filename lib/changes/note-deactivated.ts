import type { ClientBase } from "pg";
import { sourceOfRun } from "@/lib/changes/source-of-run";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";
import { recordTables } from "@/lib/sync/record-tables";

/** Writes into their history that records were deactivated, each with the reason that stands with it now. In the transaction that did it. */
export async function noteDeactivated(client: ClientBase, { accountId, runId, trigger }: ActiveRun, kind: RecordKind, localIds: readonly string[]): Promise<void> {
  if (localIds.length === 0) return;
  await client.query(
    `INSERT INTO record_change (account_id, kind, local_id, source, what, reason, run_id, changes)
     SELECT $1, $2::record_kind, record.id, $3::record_change_source, 'deactivated', record.inactive_reason, $4, '[]'
     FROM unnest($5::uuid[]) AS gone (id) CROSS JOIN LATERAL (
       SELECT id, inactive_reason FROM ${recordTables[kind].table} known WHERE known.id = gone.id AND known.account_id IS NOT DISTINCT FROM $1 LIMIT 1) AS record`,
    [accountId, kind, sourceOfRun(trigger), runId, localIds],
  );
}

import { recordKinds, type ImportKind, type RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { recordTables } from "@/lib/sync/record-tables";

export { recordLocalEdits } from "@/lib/sync/record-local-edits";

export type LocalEdit = {
  kind: RecordKind;
  localId: string;
  /** Debtor number or code. */
  recordKey: string;
  name: string;
  field: string;
  localValue: string | null;
  vendorValue: string | null;
  editedBy: string;
  editedAt: Date;
};

const NAMED = 50;

/**
 * What a sync by hand of these imports will overwrite: edits of active records that the connection's administration is
 * linked to. The total, and the latest ones by name.
 */
export async function listLocalEdits(
  db: Database,
  { accountId, connectionId, kinds }: { accountId: string; connectionId: string; kinds: readonly ImportKind[] },
): Promise<{ total: number; edits: LocalEdit[] }> {
  const asked = recordKinds.filter((kind) => kinds.some((one) => one === kind) || (kind === "deliveryAddresses" && kinds.includes("relations")));
  const records = recordKinds.map((kind) => {
    const { table, keyColumn } = recordTables[kind];
    return `SELECT id, '${kind}'::record_kind AS kind, ${keyColumn} AS key, coalesce(name, '') AS name, active FROM ${table} WHERE account_id = $1`;
  });
  const { rows } = await db.pool.query<LocalEdit & { total: number }>(
    `SELECT edit.kind, edit.local_id AS "localId", record.key AS "recordKey", record.name, edit.field, edit.local_value AS "localValue",
       edit.vendor_value AS "vendorValue", edit.edited_by AS "editedBy", edit.edited_at AS "editedAt", count(*) OVER ()::int AS total
     FROM local_edit edit JOIN (${records.join(" UNION ALL ")}) AS record ON record.id = edit.local_id AND record.kind = edit.kind
     WHERE edit.account_id = $1 AND edit.kind = ANY($3::record_kind[]) AND record.active AND EXISTS (
       SELECT FROM external_link link JOIN connection ON connection.id = link.connection_id AND connection.administration = link.administration
       WHERE link.local_id = edit.local_id AND link.connection_id = $2 AND connection.account_id = $1)
     ORDER BY edit.edited_at DESC, edit.local_id, edit.field LIMIT ${NAMED}`,
    [accountId, connectionId, asked],
  );
  return { total: rows[0]?.total ?? 0, edits: rows.map(({ total: _total, ...edit }) => edit) };
}

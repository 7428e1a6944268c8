import { fieldChanges } from "@/lib/changes/field-changes";
import { sourceOfRun } from "@/lib/changes/source-of-run";
import { arrayText } from "@/lib/sync/array-text";
import { arrayParameters, columnArrays, columnList } from "@/lib/sync/column-arrays";
import type { IncomingRecord, PageScope } from "@/lib/sync/page-scope";
import { versionArray } from "@/lib/sync/note-versions";
import { recordTables } from "@/lib/sync/record-tables";

export type LinkedRecord = IncomingRecord & { localId: string; linkId: string };

/**
 * Overwrites whole records with the vendor's content, brings inactive ones back and forgets the edits made here. What is different now goes into
 * their history, by the same statement.
 * Out: those left as they are, because their new key belongs to another record here.
 */
export async function overwriteRecords(scope: PageScope, records: readonly LinkedRecord[]): Promise<LinkedRecord[]> {
  if (records.length === 0) return [];
  const { client, run, kind, hasOtherAdministrations } = scope;
  const { table, keyColumn, scopeColumn, columns } = recordTables[kind];
  const { rows } = await client.query<{ id: string }>({
    name: `overwrite-${kind}`,
    // Found by the id alone: without statistics an index that begins with the account looks as good and reads all of it. Locked before it is
    // read, so that an edit of this very moment is what the history has as before.
    text: `WITH written AS (
        UPDATE ${table} local SET (active, inactive_reason, updated_at, ${columnList(columns)}) = (true, NULL, $2::timestamptz, ${columnList(columns, "page.")})
        FROM (SELECT page.*, known.active AS was_active, ${columns.map(({ name }) => `known."${name}" AS "was_${name}"`).join(", ")}
          FROM unnest($3::uuid[], ${arrayParameters(columns, 4)}) AS page (id, ${columnList(columns)})
            JOIN ${table} known ON known.id = page.id FOR NO KEY UPDATE OF known) AS page
        WHERE local.id = page.id AND local.account_id IS NOT DISTINCT FROM $1 AND NOT EXISTS (
          SELECT FROM ${table} other WHERE other.${scopeColumn} = ${scopeColumn === "account_id" ? "$1" : `page.${scopeColumn}`}
            AND other."${keyColumn}" = page."${keyColumn}" AND other.id <> page.id)
        RETURNING local.id, page.was_active, ${fieldChanges(columns, (name) => `page."was_${name}"`, (name) => `local."${name}"`)} AS changes),
      noted AS (
        INSERT INTO record_change (account_id, kind, local_id, source, what, run_id, changes)
        SELECT $1, '${kind}', id, $${columns.length + 4}::record_change_source, (CASE WHEN was_active THEN 'changed' ELSE 'reactivated' END)::record_change_kind,
          $${columns.length + 5}, coalesce(changes, '[]')
        FROM written WHERE changes IS NOT NULL OR NOT was_active)
      SELECT id FROM written`,
    values: [run.accountId, run.startedAt, arrayText(records.map((record) => record.localId)), ...columnArrays(columns, records), sourceOfRun(run.trigger), run.runId],
  });
  const written = new Set(rows.map((row) => row.id));
  const done = records.filter((record) => written.has(record.localId));
  await client.query({
    name: "forget-edits",
    text: "DELETE FROM local_edit WHERE account_id = $1 AND local_id = ANY($2::uuid[])",
    values: [run.accountId, [...written]],
  });
  if (hasOtherAdministrations) await outdateOtherLinks(scope, [...written]);
  await updateLinks(scope, done);
  return records.filter((record) => !written.has(record.localId));
}

/** The same records as another administration knows them are to be written again when that one is back in use. */
async function outdateOtherLinks({ client, run }: PageScope, localIds: readonly string[]): Promise<void> {
  await client.query({
    name: "outdate-other-links",
    text: "UPDATE external_link SET hash = '' WHERE connection_id = $1 AND administration <> $2 AND local_id = ANY($3::uuid[]) AND hash <> ''",
    values: [run.connectionId, run.administration, localIds],
  });
}

async function updateLinks({ client, run }: PageScope, records: readonly LinkedRecord[]): Promise<void> {
  await client.query({
    name: "update-links",
    text: `UPDATE external_link link SET hash = page.hash, version = page.version, changed_at = $2 FROM unnest($3::uuid[], $4::text[], $5::text[]) AS page (id, hash, version)
      WHERE link.id = page.id AND link.account_id IS NOT DISTINCT FROM $1`,
    values: [run.accountId, run.startedAt, records.map((record) => record.linkId), records.map((record) => record.digest), versionArray(records)],
  });
}

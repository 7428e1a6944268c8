import { overwriteRecords, type LinkedRecord } from "@/lib/sync/overwrite-records";
import type { IncomingRecord, PageScope } from "@/lib/sync/page-scope";
import { newRecordId } from "@/lib/sync/record-id";
import { recordTables } from "@/lib/sync/record-tables";
import { writeLinks } from "@/lib/sync/write-links";

export type Adoption = {
  /** Linked, and overwritten with the vendor's content. */
  changed: IncomingRecord[];
  /** Linked; the content was the same already. */
  unchanged: IncomingRecord[];
  ownedByOtherConnection: IncomingRecord[];
  duplicate: IncomingRecord[];
};

/**
 * Links records of the vendor with the records here that have their key. One that belongs to another connection is left
 * alone; one that another record of this administration is linked to is a duplicate, unless that one has gone.
 */
export async function adoptRecords(scope: PageScope, records: readonly IncomingRecord[]): Promise<Adoption> {
  const adoption: Adoption = { changed: [], unchanged: [], ownedByOtherConnection: [], duplicate: [] };
  if (records.length === 0) return adoption;
  const namesakes = await findNamesakes(scope, records);
  const same: LinkedRecord[] = [];
  const different: LinkedRecord[] = [];
  const abandoned: string[] = [];
  const taken = new Set<string>();
  for (const record of records) {
    const namesake = namesakes.get(record.externalId);
    // Linked since it was classified, by an export that created it.
    if (namesake?.linkedHere === record.externalId) adoption.unchanged.push(record);
    else if (!namesake || taken.has(namesake.id) || (namesake.linkedHere !== null && namesake.active)) adoption.duplicate.push(record);
    else if (namesake.isForeign) adoption.ownedByOtherConnection.push(record);
    else {
      taken.add(namesake.id);
      if (namesake.linkedHere !== null) abandoned.push(namesake.linkedHere);
      const isSame = namesake.active && namesake.digests.includes(record.digest) && !(namesake.isEdited && scope.run.overwriteKinds.includes(scope.kind));
      (isSame ? same : different).push({ ...record, localId: namesake.id, linkId: newRecordId() });
    }
  }
  await removeLinks(scope, abandoned);
  await writeLinks(scope, same, { adopted: true, isChange: false });
  await writeLinks(scope, different, { adopted: true });
  const refused = await overwriteRecords(scope, different);
  return { ...adoption, unchanged: [...adoption.unchanged, ...same], changed: different, duplicate: [...adoption.duplicate, ...refused] };
}

type Namesake = {
  id: string;
  active: boolean;
  /** Another connection is linked to it. */
  isForeign: boolean;
  /** External id by which this administration is linked to it already. */
  linkedHere: string | null;
  /** Digests of its content as other administrations of this connection last wrote it. */
  digests: string[];
  /** People have edited it here. */
  isEdited: boolean;
};

async function findNamesakes({ client, run, kind }: PageScope, records: readonly IncomingRecord[]): Promise<Map<string, Namesake>> {
  const { table, keyField, keyColumn, scopeColumn } = recordTables[kind];
  const scopes = records.map(({ content }) => (scopeColumn === "account_id" ? run.accountId : (content["relation"] ?? null)));
  const { rows } = await client.query<Namesake & { externalId: string }>({
    name: `namesakes-${kind}`,
    text: `SELECT page.external_id AS "externalId", local.id, local.active, links.*,
        EXISTS (SELECT FROM local_edit WHERE local_edit.local_id = local.id) AS "isEdited"
      FROM unnest($4::text[], $5::uuid[], $6::text[]) AS page (external_id, scope, key)
      CROSS JOIN LATERAL (SELECT id, active FROM ${table} known WHERE known.${scopeColumn} = page.scope AND known."${keyColumn}" = page.key
        AND known.account_id IS NOT DISTINCT FROM $1 LIMIT 1) AS local
      CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(connection_id <> $2), false) AS "isForeign",
          min(external_id) FILTER (WHERE connection_id = $2 AND administration = $3) AS "linkedHere",
          coalesce(array_agg(hash) FILTER (WHERE connection_id = $2 AND administration <> $3), '{}') AS digests
        FROM external_link WHERE local_id = local.id) AS links`,
    values: [
      run.accountId, run.connectionId, run.administration,
      records.map((record) => record.externalId), scopes, records.map(({ content }) => content[keyField] ?? null),
    ],
  });
  return new Map(rows.map((row) => [row.externalId, row]));
}

async function removeLinks({ client, run, kind }: PageScope, externalIds: readonly string[]): Promise<void> {
  if (externalIds.length === 0) return;
  await client.query("DELETE FROM external_link WHERE connection_id = $1 AND administration = $2 AND kind = $3 AND external_id = ANY($4)", [
    run.connectionId, run.administration, kind, externalIds,
  ]);
}

import { arrayText } from "@/lib/sync/array-text";
import { arrayParameters, columnArrays, columnList } from "@/lib/sync/column-arrays";
import type { IncomingRecord, PageScope } from "@/lib/sync/page-scope";
import { newRecordId } from "@/lib/sync/record-id";
import { recordTables } from "@/lib/sync/record-tables";
import { writeLinks } from "@/lib/sync/write-links";

/**
 * Creates records that are not linked yet, with their links.
 * Out: those that could not be created because a record with their key is here already.
 */
export async function createRecords(scope: PageScope, records: readonly IncomingRecord[]): Promise<IncomingRecord[]> {
  if (records.length === 0) return [];
  const { client, run, kind } = scope;
  const { table, keyColumn, scopeColumn, columns } = recordTables[kind];
  const numbered = records.map(({ externalId, digest, version }) => ({ externalId, digest, version, localId: newRecordId(), linkId: newRecordId() }));
  const { rowCount } = await client.query({
    name: `create-${kind}`,
    text: `INSERT INTO ${table} (id, account_id, updated_at, ${columnList(columns)})
      SELECT id, $1, $2, ${columnList(columns)}
      FROM unnest($3::uuid[], ${arrayParameters(columns, 4)}) AS page (id, ${columnList(columns)})
      ON CONFLICT (${scopeColumn}, "${keyColumn}") DO NOTHING`,
    values: [run.accountId, run.startedAt, arrayText(numbered.map((record) => record.localId)), ...columnArrays(columns, records)],
  });
  const created = rowCount === records.length ? numbered : await findCreated(scope, numbered);
  await writeLinks(scope, created, { adopted: false });
  const ids = new Set(created.map((record) => record.externalId));
  return records.filter((record) => !ids.has(record.externalId));
}

async function findCreated<Numbered extends { localId: string }>({ client, run, kind }: PageScope, records: readonly Numbered[]): Promise<Numbered[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${recordTables[kind].table} WHERE account_id = $1 AND id = ANY($2::uuid[])`, [
    run.accountId,
    records.map((record) => record.localId),
  ]);
  const there = new Set(rows.map((row) => row.id));
  return records.filter((record) => there.has(record.localId));
}

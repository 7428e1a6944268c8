import type { IncomingRecord, PageScope } from "@/lib/sync/page-scope";

/**
 * Replaces the vendor's id of the relation that a delivery address or contact person belongs to by ours. The digest stays: it is about the vendor's content.
 * Out: the resolved ones, and those whose relation is not imported or not active.
 */
export async function resolveRelations(
  { client, run }: PageScope,
  records: readonly IncomingRecord[],
): Promise<{ resolved: IncomingRecord[]; unresolved: IncomingRecord[] }> {
  const wanted = [...new Set(records.map((record) => record.content["relation"]))];
  const { rows } = await client.query<{ external_id: string; local_id: string }>({
    name: "resolve-relations",
    text: `SELECT link.* FROM unnest($3::text[]) AS page (external_id) CROSS JOIN LATERAL (
        SELECT known.external_id, known.local_id FROM external_link known
        WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = 'relations' AND known.external_id = page.external_id LIMIT 1) AS link
      WHERE EXISTS (SELECT FROM relation WHERE relation.id = link.local_id AND relation.active AND relation.account_id IS NOT DISTINCT FROM $4)`,
    values: [run.connectionId, run.administration, wanted, run.accountId],
  });
  const localIds = new Map(rows.map((row) => [row.external_id, row.local_id]));
  const resolved: IncomingRecord[] = [];
  const unresolved: IncomingRecord[] = [];
  for (const record of records) {
    const relation = localIds.get(String(record.content["relation"]));
    if (relation === undefined) unresolved.push(record);
    else resolved.push({ ...record, content: { ...record.content, relation } });
  }
  return { resolved, unresolved };
}

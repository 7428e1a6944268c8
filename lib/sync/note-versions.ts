import { arrayText } from "@/lib/sync/array-text";
import type { IncomingRecord, PageScope } from "@/lib/sync/page-scope";

/** The versions of records as an array that `unnest` fills up: empty where the vendor has none. */
export function versionArray(records: readonly { version: string | null }[]): string {
  return arrayText(records.some(({ version }) => version !== null) ? records.map(({ version }) => version) : []);
}

/**
 * Keeps the vendor's marks of versions with the links, also of records whose content is unchanged: that something of a record
 * moved is no change of the record here. Costs nothing where the vendor has no versions.
 */
export async function noteVersions({ client, run, kind, isNew, leaving }: PageScope, records: readonly IncomingRecord[]): Promise<void> {
  // New records are linked with their version at once.
  const marked = isNew ? [] : records.filter(({ version }) => version !== null);
  if (marked.length === 0) return;
  await client.query({
    name: "note-versions",
    text: `UPDATE external_link link SET version = moved.version
      FROM (SELECT known.id, page.version FROM unnest($4::text[], $5::text[]) AS page (external_id, version)
        CROSS JOIN LATERAL (SELECT id, version, changed_at FROM external_link known
          WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = $3 AND known.external_id = page.external_id LIMIT 1) AS known
        WHERE known.version IS DISTINCT FROM page.version AND known.changed_at <= $6::timestamptz) AS moved
      WHERE link.id = moved.id`,
    values: [
      run.connectionId, run.administration, kind, arrayText(marked.map(({ externalId }) => externalId)), versionArray(marked),
      leaving ? "infinity" : run.startedAt,
    ],
  });
}

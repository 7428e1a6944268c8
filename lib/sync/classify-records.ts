import { arrayText } from "@/lib/sync/array-text";
import type { IncomingRecord, PageScope } from "@/lib/sync/page-scope";

/** How a record of the vendor stands to what is here. Records that are here and unchanged are not listed at all. */
export type Standing = {
  externalId: string;
  /** Null: not linked yet. */
  localId: string | null;
  linkId: string | null;
  /** Its content is as last written, and no edit made here is to be overwritten. */
  isAsWritten: boolean;
  /** Written by this very run, in a pass that was cut off and has begun again. */
  createdInRun: boolean;
  changedInRun: boolean;
  /** It stands in the list "Not imported". */
  wasRejected: boolean;
};

const unknown: Omit<Standing, "externalId"> = { localId: null, linkId: null, isAsWritten: false, createdInRun: false, changedInRun: false, wasRejected: false };

/** Single changes are newer than whatever is here. */
const ALWAYS = "infinity";

/**
 * Compares a page with the links. A manual sync also overwrites what people edited here. Each record is looked up by
 * itself (`LATERAL … LIMIT 1`): a planner without statistics would otherwise read all links once per record.
 * What something else has written since the run began (a change that the vendor told of, an export) is newer than the page and stays.
 */
export async function classifyRecords({ client, run, kind, isNew, leaving }: PageScope, records: readonly IncomingRecord[]): Promise<Standing[]> {
  if (isNew) return records.map(({ externalId }) => ({ externalId, ...unknown }));
  const { rows } = await client.query<Standing>({
    name: `classify-${kind}`,
    text: `SELECT page.external_id AS "externalId", link.id AS "linkId", link.local_id AS "localId",
        link.hash IS NOT DISTINCT FROM page.hash AND NOT edited.here AS "isAsWritten",
        coalesce(link.created_at = $7 AND NOT link.adopted, false) AS "createdInRun",
        coalesce(link.changed_at = $7, false) AS "changedInRun",
        rejected.id IS NOT NULL AS "wasRejected"
      FROM unnest($5::text[], $6::text[]) AS page (external_id, hash)
      LEFT JOIN LATERAL (SELECT id, local_id, hash, created_at, changed_at, adopted FROM external_link known
        WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = $3 AND known.external_id = page.external_id LIMIT 1) AS link ON true
      LEFT JOIN LATERAL (SELECT id FROM skipped_record known
        WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = $3 AND known.external_id = page.external_id LIMIT 1) AS rejected ON true
      CROSS JOIN LATERAL (SELECT $4 AND EXISTS (SELECT FROM local_edit WHERE local_edit.local_id = link.local_id) AS here) AS edited
      WHERE (link.changed_at <= $8::timestamptz) IS NOT FALSE AND (link.hash IS DISTINCT FROM page.hash OR link.changed_at = $7 OR rejected.id IS NOT NULL OR edited.here)`,
    values: [
      run.connectionId, run.administration, kind, run.overwriteKinds.includes(kind),
      arrayText(records.map((record) => record.externalId)), arrayText(records.map((record) => record.digest)), run.startedAt,
      leaving ? ALWAYS : run.startedAt,
    ],
  });
  return rows;
}

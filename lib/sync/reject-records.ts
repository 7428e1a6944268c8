import type { ClientBase } from "pg";
import { importKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";
import { arrayText } from "@/lib/sync/array-text";
import type { PageScope, RejectedRecord } from "@/lib/sync/page-scope";

const write = `INSERT INTO skipped_record AS known (account_id, connection_id, administration, kind, external_id, below, label, reason, field, params, first_seen_at)
  SELECT $1, $2, $3, $4::record_kind, external_id, below, label, reason, field, params, $10 FROM page
  ON CONFLICT (connection_id, administration, kind, external_id) DO UPDATE
    SET below = excluded.below, label = excluded.label, reason = excluded.reason, field = excluded.field, params = excluded.params,
      first_seen_at = CASE WHEN known.reason = excluded.reason THEN known.first_seen_at ELSE excluded.first_seen_at END
    WHERE (known.below, known.label, known.reason, known.field, known.params) IS DISTINCT FROM (excluded.below, excluded.label, excluded.reason, excluded.field, excluded.params)`;

/** How the list was before the statement that writes it. */
const findNews = `SELECT page.external_id AS "externalId" FROM page
  LEFT JOIN LATERAL (SELECT reason, field, params FROM skipped_record known
    WHERE known.connection_id = $2 AND known.administration = $3 AND known.kind = $4::record_kind AND known.external_id = page.external_id LIMIT 1) AS before ON true
  WHERE (before.reason, before.field, before.params) IS DISTINCT FROM (page.reason, page.field, page.params)`;

/**
 * Keeps the list "Not imported" as it is now: only what is new or different is written.
 * Out: those that are not imported for a reason that was not known yet.
 */
export async function rejectRecords({ client, run, kind, isNew }: PageScope, records: readonly RejectedRecord[]): Promise<readonly RejectedRecord[]> {
  if (records.length === 0) return [];
  const { rows } = await client.query<{ externalId: string }>({
    name: isNew ? "reject-new-records" : "reject-records",
    text: `WITH page AS (
        SELECT * FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[], $11::text[]) AS page (external_id, label, reason, field, params, below))
      ${isNew ? write : `, written AS (${write}) ${findNews}`}`,
    values: [
      run.accountId, run.connectionId, run.administration, kind,
      arrayText(records.map((record) => record.externalId)), arrayText(records.map((record) => record.label)), arrayText(records.map((record) => record.reason)),
      arrayText(records.map((record) => record.field)), arrayText(records.map((record) => JSON.stringify(record.params))), run.startedAt,
      arrayText(records.map((record) => record.below)),
    ],
  });
  if (isNew) return records;
  const news = new Set(rows.map((row) => row.externalId));
  return records.filter((record) => news.has(record.externalId));
}

/** Takes records off the list "Not imported": they have been imported. */
export async function acceptRecords({ client, run, kind }: PageScope, externalIds: readonly string[]): Promise<void> {
  if (externalIds.length === 0) return;
  await client.query("DELETE FROM skipped_record WHERE connection_id = $1 AND administration = $2 AND kind = $3 AND external_id = ANY($4)", [
    run.connectionId, run.administration, kind, externalIds,
  ]);
}

type Below = { within: readonly string[]; /** What of it stands at the vendor. */ externalIds: readonly string[] };

/**
 * Takes off the list "Not imported" what stood there below these relations and is there no more. What came on the list since the run began is newer
 * than its page.
 */
export async function forgetRejectionsWithin({ client, run, kind, leaving }: PageScope, { within, externalIds }: Below): Promise<void> {
  await client.query({
    name: "forget-rejections-within",
    // A second one under the same id has its number behind it.
    text: `DELETE FROM skipped_record WHERE connection_id = $1 AND administration = $2 AND kind = $3 AND below = ANY($4::text[])
      AND regexp_replace(external_id, '#[0-9]+$', '') <> ALL($5::text[]) AND first_seen_at <= $6::timestamptz`,
    values: [run.connectionId, run.administration, kind, within, externalIds, leaving ? "infinity" : run.startedAt],
  });
}

/**
 * Takes off the list what hung below relations that are not here any more: nobody asks for it again. Only of a kind that is an import of its own;
 * what comes along with the relations is told by their pass.
 */
export async function forgetRejectionsBelowInactive(client: ClientBase, run: ActiveRun, kind: RecordKind): Promise<void> {
  if (!importKinds.some((one) => one === kind)) return;
  await client.query(
    `DELETE FROM skipped_record skipped WHERE connection_id = $1 AND administration = $2 AND kind = $3 AND below IS NOT NULL
       AND NOT EXISTS (SELECT FROM external_link link JOIN relation ON relation.id = link.local_id AND relation.active AND relation.account_id = $4
         WHERE link.connection_id = $1 AND link.administration = $2 AND link.kind = 'relations' AND link.external_id = skipped.below)`,
    [run.connectionId, run.administration, kind, run.accountId],
  );
}

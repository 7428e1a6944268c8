import { noteDeactivated } from "@/lib/changes/note-deactivated";
import type { PageScope } from "@/lib/sync/page-scope";
import { recordTables } from "@/lib/sync/record-tables";

/**
 * Deactivates single records by their external ids, each with its reason. Their links lose the digest, so that they come back when the
 * vendor has them again; a page that was read before does not bring them back. Out: how many were active.
 */
export async function deactivateRecords({ client, run, kind }: PageScope, leaving: readonly { externalId: string; reason: string }[]): Promise<number> {
  if (leaving.length === 0) return 0;
  const { rows } = await client.query<{ id: string }>({
    name: `deactivate-${kind}`,
    text: `WITH gone AS (
        UPDATE ${recordTables[kind].table} record SET active = false, inactive_reason = page.reason, updated_at = $5
        FROM (SELECT known.local_id, wanted.reason FROM unnest($6::text[], $7::text[]) AS wanted (external_id, reason)
          CROSS JOIN LATERAL (SELECT local_id FROM external_link known
            WHERE known.connection_id = $2 AND known.administration = $3 AND known.kind = $4 AND known.external_id = wanted.external_id LIMIT 1) AS known) AS page
        WHERE record.id = page.local_id AND record.account_id IS NOT DISTINCT FROM $1 AND record.active
        RETURNING record.id)
      UPDATE external_link link SET hash = '', changed_at = $5 FROM gone
      WHERE link.local_id = gone.id AND link.account_id IS NOT DISTINCT FROM $1 AND link.connection_id = $2 AND link.administration = $3
      RETURNING link.local_id AS id`,
    values: [run.accountId, run.connectionId, run.administration, kind, run.startedAt, leaving.map(({ externalId }) => externalId), leaving.map(({ reason }) => reason)],
  });
  await noteDeactivated(client, run, kind, rows.map(({ id }) => id));
  return rows.length;
}

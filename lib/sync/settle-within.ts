import { importKinds } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import { deactivateRecords } from "@/lib/sync/deactivate-records";
import { asksBeforeDeactivating } from "@/lib/sync/deactivation-guard";
import type { PageScope } from "@/lib/sync/page-scope";
import { forgetRejectionsWithin } from "@/lib/sync/reject-records";
import { recordTables } from "@/lib/sync/record-tables";
import { noteGone } from "@/lib/sync/seen-records";

/** A version that no vendor has: what hangs under the record is to be read again. */
const OUTDATED = "";

/**
 * Settles a page that holds everything there is under some relations (`within`, by their external ids): what is here under them and not
 * on the page has gone. The relations are marked as read below, where the kind is an import of its own: what comes along with the relations is
 * never due by itself. In the page's transaction.
 * Where too much would go, nothing does: it waits for the end of the pass, which asks a person.
 * Out: how many were deactivated.
 */
export async function settleWithin(scope: PageScope, records: readonly SourceRecord[], within: readonly string[], now: Date): Promise<number> {
  if (within.length === 0) return 0;
  await forgetRejectionsWithin(scope, { within, externalIds: records.map(({ externalId }) => externalId) });
  const gone = await findGone(scope, records, within);
  const isAsked = gone.length > 0 && (await isTooMuch(scope, gone.length));
  if (isAsked) await noteGone(scope, gone);
  if (importKinds.some((kind) => kind === scope.kind)) await markRead(scope, within, now, isAsked);
  return isAsked ? 0 : deactivateRecords(scope, gone.map((externalId) => ({ externalId, reason: "gone" })));
}

async function findGone({ client, run, kind, leaving }: PageScope, records: readonly SourceRecord[], within: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ externalId: string }>({
    name: `gone-within-${kind}`,
    text: `SELECT link.external_id AS "externalId" FROM unnest($4::text[]) AS page (external_id)
      CROSS JOIN LATERAL (SELECT local_id FROM external_link known
        WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = 'relations' AND known.external_id = page.external_id LIMIT 1) AS relation
      JOIN ${recordTables[kind].table} below ON below.relation_id = relation.local_id AND below.active AND below.account_id IS NOT DISTINCT FROM $6
      JOIN external_link link ON link.local_id = below.id AND link.connection_id = $1 AND link.administration = $2 AND link.kind = $3
      WHERE link.external_id <> ALL($5::text[]) AND link.changed_at <= $7::timestamptz`,
    values: [
      run.connectionId, run.administration, kind, within, records.map(({ externalId }) => externalId), run.accountId,
      // A single change is newer than whatever is here; a page of a pass is not newer than what came in since the run began.
      leaving ? "infinity" : run.startedAt,
    ],
  });
  return rows.map((row) => row.externalId);
}

/** The guard of a pass, told page by page: with those that earlier pages deactivated. */
async function isTooMuch({ client, run, kind, leaving }: PageScope, wouldGo: number): Promise<boolean> {
  if (leaving || run.confirmedKinds.includes(kind)) return false;
  const { rows } = await client.query<{ already: number; active: number }>(
    `SELECT (SELECT deactivated FROM sync_run_import WHERE run_id = $1 AND kind = $2) AS already,
       (SELECT count(*)::int FROM external_link link JOIN ${recordTables[kind].table} local ON local.id = link.local_id AND local.active AND local.account_id = $5
        WHERE link.connection_id = $3 AND link.administration = $4 AND link.kind = $2) AS active`,
    [run.runId, kind, run.connectionId, run.administration, run.accountId],
  );
  const { already, active } = rows[0] ?? { already: 0, active: 0 };
  return asksBeforeDeactivating({ wouldGo: wouldGo + already, of: active + already });
}

async function markRead({ client, run }: PageScope, within: readonly string[], now: Date, isToBeReadAgain: boolean): Promise<void> {
  await client.query({
    name: "mark-read-below",
    text: `UPDATE external_link link SET below_version = CASE WHEN $6 THEN '${OUTDATED}' ELSE link.version END, below_read_at = $5
      FROM (SELECT known.id FROM unnest($4::text[]) AS page (external_id)
        CROSS JOIN LATERAL (SELECT id FROM external_link known
          WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = 'relations' AND known.external_id = page.external_id LIMIT 1) AS known) AS relation
      WHERE link.id = relation.id AND link.account_id IS NOT DISTINCT FROM $3`,
    values: [run.connectionId, run.administration, run.accountId, within, now, isToBeReadAgain],
  });
}

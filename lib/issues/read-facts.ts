import type { ClientBase } from "pg";
import { readDocumentsTrouble } from "@/lib/export/documents-trouble";
import type { ConnectionState, LicenceState } from "@/lib/generated/prisma/enums";
import type { IssueFacts } from "@/lib/issues/facts";
import { readFailedDeliveries, readFailedRecords, readImportFacts, readWebhookFact } from "@/lib/issues/read-import-facts";
import { readIntentFacts } from "@/lib/issues/read-intent-facts";
import { licenceStanding } from "@/lib/licences/licence-standing";
import { plannedRetrievals, switchedOnKinds } from "@/lib/sync/covered-kinds";
import type { SyncEngine } from "@/lib/sync/engine";
import { freshness } from "@/lib/sync/freshness";

type ConnectionRow = {
  accountId: string;
  vendor: string;
  state: ConnectionState;
  stateReason: string | null;
  credentialsSetAt: Date | null;
  administration: string | null;
  settings: unknown;
  pausedAt: Date | null;
  nextSyncAt: Date | null;
  lastSuccessAt: Date | null;
  dueSince: Date | null;
  documentsProblem: unknown;
  licenceState: LicenceState | null;
  licenceEndsAt: Date | null;
};

/** Reads what stands about a connection, within the caller's transaction; null: there is no such connection, or its vendor is none of ours. */
export async function readFacts(client: ClientBase, { timing, findConnector }: Pick<SyncEngine, "timing" | "findConnector">, connectionId: string): Promise<IssueFacts | null> {
  const { rows: [row] } = await client.query<ConnectionRow>(
    `SELECT connection.account_id AS "accountId", connection.vendor, connection.state::text, connection.state_reason AS "stateReason", credentials_set_at AS "credentialsSetAt", administration, settings,
       paused_at AS "pausedAt", next_sync_at AS "nextSyncAt", last_success_at AS "lastSuccessAt", due_since AS "dueSince", documents_problem AS "documentsProblem",
       licence.state::text AS "licenceState", licence.ends_at AS "licenceEndsAt"
     FROM connection LEFT JOIN licence ON licence.account_id = connection.account_id AND licence.vendor = connection.vendor WHERE connection.id = $1`,
    [connectionId],
  );
  const connector = row && findConnector(row.vendor);
  if (!row || !connector) return null;
  const now = timing.now();
  const { licenceState, licenceEndsAt, documentsProblem, settings, nextSyncAt, pausedAt, ...connection } = row;
  const licence = licenceStanding(licenceState === null ? null : { state: licenceState, endsAt: licenceEndsAt }, now);
  const scope = { connectionId, administration: connection.administration ?? "" };
  return {
    ...connection,
    vendorName: connector.manifest.name,
    hasAdministrations: connector.manifest.hasAdministrations,
    isLicensed: licence.usable,
    licenceEndedAt: licence.usable ? null : licence.endsAt,
    freshness: freshness({ ...connection, pausedAt, nextSyncAt, isLicensed: licence.usable }, timing).state,
    dueSince: connection.dueSince ?? nextSyncAt,
    documentsTrouble: readDocumentsTrouble(documentsProblem),
    kinds: plannedRetrievals(connector, switchedOnKinds(settings)).flatMap(({ kinds }) => kinds),
    imports: await readImportFacts(client, scope),
    failedRecords: await readFailedRecords(client, scope),
    webhook: await readWebhookFact(client, connectionId),
    failedDeliveries: await readFailedDeliveries(client, { connectionId, since: connection.lastSuccessAt }),
    intents: await readIntentFacts(client, connectionId),
    requiredFollowUps: Object.entries(connector.exporter?.followUps ?? {}).flatMap(([id, followUp]) => (followUp?.isRequired === true ? [id] : [])),
  };
}

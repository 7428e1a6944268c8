import { budgetStanding } from "@/lib/budget/budget-standing";
import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import { listConnections } from "@/lib/connections/read-connection";
import { readFreshness, type FreshnessView } from "@/lib/connections/read-freshness";
import type { Connector } from "@/lib/connectors/connector";
import type { HourState } from "@/lib/dashboard/read-runs";
import { listLicences } from "@/lib/licences/get-licence";
import { licenceStanding } from "@/lib/licences/licence-standing";
import type { SyncEngine } from "@/lib/sync/engine";

/** How an integration stands at this moment. */
type IntegrationStanding = {
  vendor: string;
  name: string;
  /** Null: there has never been a connection. */
  connectionId: string | null;
  isLicensed: boolean;
  freshness: FreshnessView;
  /** Connected, but nothing is read before somebody has chosen one. */
  lacksAdministration: boolean;
  /** Whose books: the administration or, without one, whose login it is. */
  books: string | null;
  /** Requests of the last minute, and as many as the vendor allows; null: nobody has connected yet. */
  budget: { used: number; perMinute: number } | null;
};

/** Every vendor there is, with what the list of integrations says of it too, and how much of its rate budget is in use. */
export async function readIntegrations({ db, timing, findConnector }: SyncEngine, connectors: readonly Connector[], accountId: string): Promise<IntegrationStanding[]> {
  const [connections, licences] = await Promise.all([listConnections(db, accountId, findConnector), listLicences(db, accountId)]);
  return Promise.all(
    connectors.map(async ({ manifest }) => {
      const connection = connections.get(manifest.id) ?? null;
      const standing = licenceStanding(licences.get(manifest.id) ?? null, timing.now());
      const perMinute = requestsPerMinute(manifest, connection?.login ?? {});
      const administration = connection?.administrations.find(({ code }) => code === connection.administration);
      return {
        vendor: manifest.id,
        name: manifest.name,
        connectionId: connection?.id ?? null,
        isLicensed: standing.usable,
        freshness: readFreshness(connection, standing, timing),
        lacksAdministration: connection?.state === "connected" && manifest.hasAdministrations && connection.administration === null,
        books: administration ? administration.name : (connection?.person?.name ?? null),
        budget: connection ? { used: (await budgetStanding(db, timing, connection.id, perMinute)).used, perMinute } : null,
      };
    }),
  );
}

/** An integration as the dashboard shows it. */
export type DashboardIntegration = IntegrationStanding & { hours: readonly HourState[] };

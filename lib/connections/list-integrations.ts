import { readImportStandings } from "@/lib/connections/import-standing";
import { listConnections } from "@/lib/connections/read-connection";
import { readFreshness, type FreshnessView } from "@/lib/connections/read-freshness";
import type { Connector } from "@/lib/connectors/connector";
import { countIssuesByConnection } from "@/lib/issues/list-issues";
import { listLicences } from "@/lib/licences/get-licence";
import { licenceStanding } from "@/lib/licences/licence-standing";
import type { SyncEngine } from "@/lib/sync/engine";

/** A vendor on the list of integrations. */
export type Integration = {
  vendor: string;
  name: string;
  freshness: FreshnessView;
  administration: string | null;
  /** Active records of all imports that are switched on. */
  records: number;
  notImported: number;
  /** Not counting those that are muted. */
  openIssues: number;
};

/** Every vendor there is, connected or not, with where an account stands with it. */
export async function listIntegrations(engine: SyncEngine, connectors: readonly Connector[], accountId: string): Promise<Integration[]> {
  const { db, timing, findConnector } = engine;
  const [connections, licences, issues] = await Promise.all([listConnections(db, accountId, findConnector), listLicences(db, accountId), countIssuesByConnection(db, accountId, timing.now())]);
  return Promise.all(
    connectors.map(async (connector) => {
      const { id: vendor, name } = connector.manifest;
      const connection = connections.get(vendor) ?? null;
      const standing = licenceStanding(licences.get(vendor) ?? null, timing.now());
      const imports = connection
        ? (await readImportStandings(db, connector, { accountId, connectionId: connection.id, administration: connection.administration })).filter(({ kind }) => connection.settings.imports[kind] === true)
        : [];
      const administration = connection?.administrations.find(({ code }) => code === connection.administration);
      return {
        vendor,
        name,
        freshness: readFreshness(connection, standing, timing),
        administration: administration ? administration.name : null,
        records: imports.reduce((sum, one) => sum + one.records, 0),
        notImported: imports.reduce((sum, one) => sum + one.notImported, 0),
        openIssues: connection ? (issues.get(connection.id) ?? 0) : 0,
      };
    }),
  );
}

import { budgetStanding } from "@/lib/budget/budget-standing";
import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import { countExports, noExports, type ExportCounts } from "@/lib/connections/export-counts";
import { readImportStandings, type ImportStanding } from "@/lib/connections/import-standing";
import { findOpenQuestion, type OpenQuestion } from "@/lib/connections/open-question";
import { readFreshness, type FreshnessView } from "@/lib/connections/read-freshness";
import { getConnection } from "@/lib/connections/read-connection";
import { requireConnector } from "@/lib/connections/require-connector";
import { findDocumentsTrouble, type DocumentsTrouble } from "@/lib/export/documents-trouble";
import type { ConnectionState } from "@/lib/generated/prisma/enums";
import { countIssuesByConnection } from "@/lib/issues/list-issues";
import { getLicence } from "@/lib/licences/get-licence";
import { licenceStanding } from "@/lib/licences/licence-standing";
import { findActiveRun, type ActiveRunView } from "@/lib/runs/find-active-run";
import type { SyncEngine } from "@/lib/sync/engine";
import { webhookStanding, type WebhookStanding } from "@/lib/webhooks/webhook-standing";

/** Requests of the last minute against what the vendor allows. `nextAt`: when the next one may go; null: now. */
export type BudgetView = { used: number; perMinute: number; nextAt: string | null };

/** What changes by itself on a vendor's page while somebody looks at it. Moments are ISO texts (UTC). */
export type ConnectionStatus = {
  freshness: FreshnessView;
  /** Null: there has never been a connection. */
  state: ConnectionState | null;
  isPaused: boolean;
  isLicensed: boolean;
  settingsVersion: number;
  imports: ImportStanding[];
  exports: ExportCounts;
  /** The sync that runs, else the one that waits. */
  run: ActiveRunView | null;
  question: OpenQuestion | null;
  /** Not counting those that are muted. */
  openIssues: number;
  budget: BudgetView;
  /** How the vendor tells of changes as they happen. */
  webhook: WebhookStanding;
  /** Why nobody knows how exported documents stand there; null: they are known. */
  documents: DocumentsTrouble | null;
};

/** @throws AppError record_not_found for an unknown vendor */
export async function connectionStatus(engine: SyncEngine, { accountId, vendor }: { accountId: string; vendor: string }): Promise<ConnectionStatus> {
  const { db, timing, findConnector } = engine;
  const connector = requireConnector(findConnector, vendor);
  const [connection, licence] = await Promise.all([getConnection(db, accountId, vendor, findConnector), getLicence(db, accountId, vendor)]);
  const perMinute = requestsPerMinute(connector.manifest, connection?.login ?? {});
  const standing = licenceStanding(licence, timing.now());
  const freshness = readFreshness(connection, standing, timing);
  if (!connection) {
    return { freshness, state: null, isPaused: false, isLicensed: standing.usable, settingsVersion: 0, imports: [], exports: noExports, run: null, question: null, openIssues: 0, budget: { used: 0, perMinute, nextAt: null }, webhook: { state: "none" }, documents: null };
  }
  const scope = { accountId, connectionId: connection.id, administration: connection.administration };
  const [imports, exports, run, question, issues, budget, webhook, documents] = await Promise.all([
    readImportStandings(db, connector, scope),
    countExports(db, scope),
    findActiveRun(db, scope),
    findOpenQuestion(db, scope),
    countIssuesByConnection(db, accountId, timing.now()),
    budgetStanding(db, timing, connection.id, perMinute),
    webhookStanding(db, scope),
    findDocumentsTrouble(db, scope),
  ]);
  return {
    freshness,
    state: connection.state,
    isPaused: connection.pausedAt !== null,
    isLicensed: standing.usable,
    settingsVersion: connection.settingsVersion,
    imports,
    exports,
    run,
    question,
    openIssues: issues.get(connection.id) ?? 0,
    budget: { used: budget.used, perMinute, nextAt: budget.nextAt?.toISOString() ?? null },
    webhook,
    documents,
  };
}

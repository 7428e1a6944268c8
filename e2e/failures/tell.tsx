import { DocumentCard } from "@/components/exports/document-card";
import { ExportBox } from "@/components/exports/export-box";
import { exampleExportActions } from "@/components/exports/testing/example-standing";
import { ExportMarkBadge, markOf } from "@/components/exports/export-mark";
import { IssueItem } from "@/components/issues/issue-item";
import { EntryList } from "@/components/log/entry-list";
import { RunsTable } from "@/components/runs/runs-table";
import { IntegrationList } from "@/components/settings/integration-list";
import { render, type Rendered } from "@/e2e/support/render";
import { listIntegrations } from "@/lib/connections/list-integrations";
import { readStandings } from "@/lib/export/read-standings";
import type { Locale } from "@/lib/i18n/locales";
import { issuesOfStandings } from "@/lib/issues/issues-of";
import { listIssues } from "@/lib/issues/list-issues";
import type { IssueRow } from "@/lib/issues/stored-issue";
import { readLogEntry, type LogEntryDetail } from "@/lib/log/read-entry";
import { listRuns } from "@/lib/runs/list-runs";
import type { Office, WorkOrderName } from "./office";

export async function openIssues({ db, accountId }: Office): Promise<IssueRow[]> {
  return (await listIssues(db, { accountId, state: "open" })).rows;
}

export function tellIssue({ connector }: Office, issue: IssueRow, locale?: Locale): Promise<Rendered> {
  return render(<IssueItem issue={issue} vendorName={connector.manifest.name} role="administrator" actions={null} />, { locale });
}

/** What went wrong by the log since a moment, the oldest first; what stands below an operation is told by that. */
export async function readTroubles({ db, accountId }: Office, since: Date): Promise<LogEntryDetail[]> {
  const rows = await db.prisma.logEntry.findMany({ where: { accountId, at: { gte: since }, level: { in: ["error", "warning"] }, parentId: null }, orderBy: [{ at: "asc" }, { id: "asc" }], select: { id: true } });
  return Promise.all(rows.map(({ id }) => readLogEntry(db, { accountId, entryId: id })));
}

export function tellEntry(entry: LogEntryDetail, locale?: Locale): Promise<Rendered> {
  // What a vendor sent is not what the log says.
  const told = { ...entry, detail: { ...entry.detail, exchanges: [] } };
  return render(<EntryList entries={[told]} openEntry={told.id} />, { locale, fetched: [[["log-entry", told.id, told.messageKey], told]] });
}

/** What a work order answers, and the ids of the issues that it leads to. */
export async function tellWorkOrder({ db, accountId, connector, engine }: Office, workOrder: WorkOrderName, locale?: Locale): Promise<Rendered & { issueIds: string[]; mark: Rendered }> {
  const standings = await readStandings(db, { accountId, workOrderId: workOrder.id }, { connectors: [connector], now: engine.timing.now() });
  const [standing] = standings;
  if (!standing) throw new Error("The work order has no standing");
  const issues = (await issuesOfStandings(db, accountId, standings))[standing.vendor] ?? [];
  const told = await render(
    <>
      <ExportBox workOrder={workOrder} standing={standing} actions={exampleExportActions} isAdministrator />
      {standing.document ? <DocumentCard workOrderId={workOrder.id} standing={standing} document={standing.document} lookUp={null} /> : null}
    </>,
    { locale },
  );
  return { ...told, issueIds: issues.map(({ id }) => id), mark: await render(<ExportMarkBadge mark={markOf(standing)} />) };
}

/** Green stands for success in whatever shape. */
export const isGreen = ({ html }: Rendered) => /\b(?:bg|text|stroke|fill)-good/.test(html);

/** The last sync in the history; null: there was none. */
export async function tellLastRun({ db, accountId }: Office): Promise<(Rendered & { id: string }) | null> {
  const { rows: [run] } = await listRuns(db, { accountId, cursor: null });
  return run ? { ...(await render(<RunsTable runs={[run]} vendorNames={{}} />)), id: run.id } : null;
}

/** The integration on the list of integrations. */
export async function tellIntegration({ engine, connector, accountId }: Office): Promise<Rendered> {
  return render(<IntegrationList integrations={await listIntegrations(engine, [connector], accountId)} />);
}

import { connectors as registered } from "@/lib/connectors/registry";
import type { Connector } from "@/lib/connectors/connector";
import type { DashboardRange } from "@/lib/dashboard/range";
import { readCauses, type CauseCount } from "@/lib/dashboard/read-causes";
import { readRecordChanges, type RecordChanges } from "@/lib/dashboard/read-changes";
import { readExportsByResult, type ExportResult } from "@/lib/dashboard/read-exports";
import { readIntegrations, type DashboardIntegration } from "@/lib/dashboard/read-integrations";
import { readPeriod, type Period } from "@/lib/dashboard/read-period";
import { readRequests, type Requests } from "@/lib/dashboard/read-requests";
import { readHours, readRunsByResult, type RunResult } from "@/lib/dashboard/read-runs";
import type { SyncEngine } from "@/lib/sync/engine";

/** What charts are drawn from: one entry for each span of the period, and the causes of its errors. */
export type Figures = {
  period: Period;
  runs: readonly Record<RunResult, number>[];
  changes: RecordChanges;
  exports: readonly Record<ExportResult, number>[];
  causes: readonly CauseCount[];
  requests: readonly Readonly<Record<string, Requests>>[];
};

type Query = { accountId: string; timeZone: string; range: DashboardRange };

/** The figures of a range until now. */
export async function readFigures({ db, timing }: Pick<SyncEngine, "db" | "timing">, { accountId, timeZone, range }: Query): Promise<Figures> {
  const period = await readPeriod(db, { range, timeZone, now: timing.now() });
  const [runs, changes, exports, causes, requests] = await Promise.all([
    readRunsByResult(db, accountId, period),
    readRecordChanges(db, accountId, period),
    readExportsByResult(db, accountId, period),
    readCauses(db, accountId, period),
    readRequests(db, accountId, period),
  ]);
  return { period, runs, changes, exports, causes, requests };
}

/** Every integration with its last 24 hours. `starts`: when these hours begin. */
export async function readIntegrationHours(engine: SyncEngine, { accountId, timeZone }: Omit<Query, "range">, connectors: readonly Connector[] = registered): Promise<{ starts: readonly Date[]; integrations: DashboardIntegration[] }> {
  const day = readPeriod(engine.db, { range: "24h", timeZone, now: engine.timing.now() });
  const [{ starts }, integrations, hours] = await Promise.all([day, readIntegrations(engine, connectors, accountId), day.then((period) => readHours(engine.db, accountId, period))]);
  const noHours = starts.map(() => "none" as const);
  return { starts, integrations: integrations.map((one) => ({ ...one, hours: hours.get(one.connectionId ?? "") ?? noHours })) };
}

import { budgetStanding } from "@/lib/budget/budget-standing";
import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { importColumns, toRunImport, type RunImport } from "@/lib/runs/run-import";
import { isUnderWay, runColumns, toRunHead, type RunHead } from "@/lib/runs/run-head";
import type { FindConnector } from "@/lib/sync/engine";
import type { Timing } from "@/lib/timing";

export type RunDetail = RunHead & {
  imports: RunImport[];
  /** Requests of the last minute against what the vendor allows; while the run is under way only. */
  budget: { used: number; perMinute: number } | null;
};

type Surroundings = { db: Database; timing: Timing; findConnector: FindConnector };

/**
 * One run with its counters per import.
 * @throws AppError run_not_found, also for a run of another account
 */
export async function getRun({ db, timing, findConnector }: Surroundings, { accountId, runId }: { accountId: string; runId: string }): Promise<RunDetail> {
  const run = await db.prisma.syncRun.findUnique({
    where: { id: runId, accountId },
    select: { ...runColumns, connectionId: true, imports: { select: importColumns, orderBy: { position: "asc" } } },
  });
  if (!run) throw new AppError("run_not_found", { kind: "config" });
  const { imports, connectionId, ...head } = run;
  const connector = findConnector(head.connection.vendor);
  const { login } = await db.prisma.connection.findUniqueOrThrow({ where: { id: connectionId, accountId }, select: { login: true } });
  const perMinute = connector && requestsPerMinute(connector.manifest, login);
  const standing = perMinute && isUnderWay(head.state) ? await budgetStanding(db, timing, connectionId, perMinute) : null;
  return { ...toRunHead(head), imports: imports.map(toRunImport), budget: standing && perMinute ? { used: standing.used, perMinute } : null };
}

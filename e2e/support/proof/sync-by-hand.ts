import { recordKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import type { SyncTrigger } from "@/lib/generated/prisma/enums";
import type { SyncEngine } from "@/lib/sync/engine";
import { requestRun } from "@/lib/sync/request-run";
import type { ConnectedAccount } from "./connect-demo-account";
import type { OwnApplication } from "./own-application";

const ended = ["succeeded", "partial", "failed", "stopped", "cancelled"];

/** Asks for a sync and tells the job engine, as the button on the page does. Gives the run. */
export async function askForSync({ configuration }: OwnApplication, engine: SyncEngine, { accountId, connectionId }: ConnectedAccount, trigger: SyncTrigger = "manual"): Promise<string> {
  const { runId } = await requestRun(engine.db, { accountId, connectionId, trigger, requestedBy: "Marit de Vries" }, engine.findConnector);
  const answer = await fetch(`${configuration.engineAddress}/e/${configuration.variables.INNGEST_EVENT_KEY}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name: "sync/requested", data: { connectionId } }),
  });
  if (!answer.ok) throw new Error(`The job engine answered ${answer.status}: ${await answer.text()}`);
  return runId;
}

type Counters = { read: number; created: number; changed: number; unchanged: number; skipped: number; deactivated: number; failed: number };
export type RunNow = { state: string; isOver: boolean; read: number; heartbeatAt: Date | null; error: unknown; imports: Map<RecordKind, Counters> };

/** How a run stands. */
export async function readRun({ db }: SyncEngine, runId: string): Promise<RunNow> {
  const { state, heartbeatAt, error, imports } = await db.prisma.syncRun.findUniqueOrThrow({ where: { id: runId }, include: { imports: true } });
  return {
    state,
    heartbeatAt,
    error,
    isOver: ended.includes(state),
    read: imports.reduce((total, one) => total + one.read, 0),
    imports: new Map(
      recordKinds.flatMap((kind) =>
        imports
          .filter((one) => one.kind === kind)
          .map(({ read, created, changed, unchanged, skipped, deactivated, failed }) => [kind, { read, created, changed, unchanged, skipped, deactivated, failed }] as const),
      ),
    ),
  };
}

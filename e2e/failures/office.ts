import type { Connector, ExportSettings } from "@/lib/connectors/connector";
import { dismissExports } from "@/lib/export/dismiss-exports";
import { exportNext } from "@/lib/export/export-next";
import { finishAgain } from "@/lib/export/finish-again";
import { makeDueAll } from "@/lib/export/make-due";
import { requestExport } from "@/lib/export/request-export";
import type { SyncTrigger } from "@/lib/generated/prisma/enums";
import { settleIssues } from "@/lib/issues/settle-issues";
import { claimRun } from "@/lib/sync/claim-run";
import type { SyncEngine } from "@/lib/sync/engine";
import { work } from "@/lib/sync/fixtures/test-engine";
import { requestRun } from "@/lib/sync/request-run";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterWorkOrder } from "@/lib/work-orders/fixtures/entered";

/** A company with its own bookkeeping, its own time, and the jobs by hand. */
type Ground = {
  readonly engine: SyncEngine;
  readonly connector: Connector;
  readonly accountId: string;
  readonly connectionId: string;
  /** The work status that sends. */
  readonly sendId: string;
  /** The settings as the vendor's schema reads them. */
  readonly readSettings: (settings: { imports?: Record<string, boolean>; exports?: ExportSettings }) => object;
  /** What every work order has unless it says otherwise. */
  readonly usual: NonNullable<Parameters<typeof enterWorkOrder>[0]>;
  /** Lets time pass, here and at the vendor. */
  readonly passTo: (moment: Date) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type WorkOrderName = { id: string; number: string };

/** What follows from it: syncs, exports and looks for issues, as the jobs do them. */
export function furnishOffice(ground: Ground) {
  const { engine, accountId, connectionId, passTo } = ground;
  const { db, timing } = engine;
  const scope = { accountId, connectionId };
  const where = { id: connectionId, accountId };
  /** Works until nothing can be done at this moment; out: when there is something again. */
  const exportNow = async (): Promise<Date | null> => {
    for (let step = 0; step < 300; step += 1) {
      const advance = await exportNext(engine, { connectionId, worker: "office" });
      if (advance.state === "idle") return null;
      if (advance.state === "waits") return advance.until ?? null;
    }
    throw new Error("The exports never come to an end");
  };
  return {
    ...ground,
    ...scope,
    db,
    scope,
    exportNow,
    pass: (milliseconds: number) => passTo(new Date(timing.now().getTime() + milliseconds)),
    configure: (settings: Parameters<Ground["readSettings"]>[0]) => db.prisma.connection.update({ where, data: { settings: ground.readSettings(settings), settingsVersion: { increment: 1 } } }),
    sync: async (trigger: SyncTrigger = "manual") => {
      const { runId } = await requestRun(db, { ...scope, trigger, requestedBy: null }, engine.findConnector);
      const claim = await claimRun(engine, connectionId, "office");
      if (claim?.runId !== runId) throw new Error("The sync could not be claimed");
      await work(engine, claim);
    },
    /** A work order that is complete and is to go out. */
    enter: async (parts: Parameters<typeof enterWorkOrder>[0] = {}): Promise<WorkOrderName> => {
      const input = enterWorkOrder({ ...ground.usual, ...parts });
      const { id, number } = await createWorkOrder(db, { accountId, actor: null, origin: "office", status: "complete", input, now: timing.now() });
      await db.prisma.workOrder.update({ where: { id, accountId }, data: { workStatusId: ground.sendId } });
      return { id, number };
    },
    /** One export of everything that is due. */
    send: async () => {
      await makeDueAll(engine, { connectionId, trigger: "schedule", requestedBy: null });
      await exportNow();
    },
    /** The same, letting time pass until nothing passes by itself any more, or so many minutes are over. */
    sendOut: async (minutes: number) => {
      await makeDueAll(engine, { connectionId, trigger: "schedule", requestedBy: null });
      const end = timing.now().getTime() + minutes * 60_000;
      for (;;) {
        const until = await exportNow();
        if (until === null || until.getTime() > end) return;
        await passTo(until);
      }
    },
    exportAgain: async ({ id }: WorkOrderName) => {
      await requestExport(engine, { ...scope, actor: "Femke Bakker", workOrderIds: [id], kind: "again" });
    },
    dismiss: async (workOrder: WorkOrderName | undefined) => {
      await dismissExports(engine, { ...scope, actor: "Femke Bakker", workOrderIds: workOrder ? [workOrder.id] : [] });
    },
    /** What a person does about a draft that could not be finished. */
    finish: async (workOrder: WorkOrderName | undefined) => {
      if (workOrder) await finishAgain(engine, { ...scope, actor: "Femke Bakker", workOrderId: workOrder.id });
      await exportNow();
    },
    settle: () => settleIssues(engine, connectionId),
  };
}

export type Office = ReturnType<typeof furnishOffice>;

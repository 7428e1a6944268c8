import { z } from "zod";
import type { Database } from "@/lib/db";
import type { AppError } from "@/lib/errors";
import { makeDue } from "@/lib/export/make-due";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { WorkOrderStatus } from "@/lib/generated/prisma/enums";
import type { BulkResult } from "@/lib/work-orders/bulk-result";
import { readExportHolds, type ExportHold } from "@/lib/work-orders/export-hold";
import { workOrderNotFound } from "@/lib/work-orders/read-work-order";
import { lockWorkOrders } from "@/lib/work-orders/update-work-order";
import { addWorkOrderEvents, type WorkOrderEventContent } from "@/lib/work-orders/work-order-events";

/** Work orders that one request may change. */
const MOST = 1_000;

const headColumns = { id: true, number: true, status: true, completedAt: true, workStatusId: true } as const satisfies Prisma.WorkOrderSelect;
export type WorkOrderHead = Prisma.WorkOrderGetPayload<{ select: typeof headColumns }>;

/** Values to be set, and what is told of it. */
export type HeadChange = { data: { status?: WorkOrderStatus; workStatusId?: string | null; completedAt?: Date | null }; event: WorkOrderEventContent };

/** What is to become of one work order. */
export type Decision = { outcome: "unchanged" } | { outcome: "refused"; error: AppError } | ({ outcome: "done" } & HeadChange);

/** What happened to each, in the order they were named, and the connections to which something is to be exported at once. */
export type ManyChanged = { results: BulkResult[]; dueIn: string[] };

type Request = { accountId: string; ids: readonly string[]; actor: string | null; now: Date };

/**
 * Changes several work orders in one transaction: each for itself, so that one that may not be changed keeps no other from it.
 * Those that are complete afterwards become due in the same transaction, if they are to be exported.
 */
export async function changeMany(db: Database, { accountId, ids, actor, now }: Request, decide: (head: WorkOrderHead, hold: ExportHold | undefined) => Decision): Promise<ManyChanged> {
  const wanted = [...new Set(ids)].filter((id) => z.uuid().safeParse(id).success).slice(0, MOST);
  return db.prisma.$transaction(async (tx) => {
    const heads = await lockHeads(tx, accountId, wanted);
    const holds = await readExportHolds(tx, accountId, wanted);
    const dueIn = new Set<string>();
    const results: BulkResult[] = [];
    for (const id of new Set(ids)) {
      const found = heads.get(id);
      const decision: Decision = found ? decide(found, holds.get(id)) : { outcome: "refused", error: workOrderNotFound() };
      results.push(resultOf(id, found, decision));
      if (!found || decision.outcome !== "done") continue;
      const connectionId = await applyHeadChange(tx, { accountId, actor, now, head: found }, [decision]);
      if (connectionId !== null) dueIn.add(connectionId);
    }
    return { results, dueIn: [...dueIn] };
  });
}

type Scene = { accountId: string; actor: string | null; now: Date; head: Pick<WorkOrderHead, "id" | "status"> };

/** Writes changes of a locked work order. Out: the connection to which it is to be exported at once; null: none. */
export async function applyHeadChange(tx: Prisma.TransactionClient, { accountId, actor, now, head: { id, status } }: Scene, changes: readonly HeadChange[]): Promise<string | null> {
  const data: HeadChange["data"] = Object.assign({}, ...changes.map((change) => change.data));
  await tx.workOrder.update({ where: { id, accountId }, data: { ...data, version: { increment: 1 }, updatedAt: now } });
  await addWorkOrderEvents(tx, changes.map(({ event }) => ({ accountId, workOrderId: id, actor, event })));
  if ((data.status ?? status) !== "complete") return null;
  const due = await makeDue(tx, { accountId, workOrderId: id, trigger: "completion", requestedBy: actor, now });
  return due?.connectionId ?? null;
}

async function lockHeads(tx: Prisma.TransactionClient, accountId: string, ids: string[]): Promise<ReadonlyMap<string, WorkOrderHead>> {
  await lockWorkOrders(tx, accountId, ids);
  const rows = await tx.workOrder.findMany({ where: { accountId, id: { in: ids } }, select: headColumns });
  return new Map(rows.map((row) => [row.id, row]));
}

function resultOf(id: string, found: WorkOrderHead | undefined, decision: Decision): BulkResult {
  const number = found?.number ?? null;
  if (decision.outcome !== "refused") return { id, number, outcome: decision.outcome };
  const { code, params } = decision.error;
  return { id, number, outcome: "refused", code, params };
}

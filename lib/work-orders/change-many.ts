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

/** Work orders that are changed in one transaction: few enough that nobody waits for them. */
const BATCH = 50;

const headColumns = { id: true, number: true, status: true, completedAt: true, workStatusId: true } as const satisfies Prisma.WorkOrderSelect;
export type WorkOrderHead = Prisma.WorkOrderGetPayload<{ select: typeof headColumns }>;

/** Values to be set, and what is told of it. */
export type HeadChange = { data: { status?: WorkOrderStatus; workStatusId?: string | null; completedAt?: Date | null }; event: WorkOrderEventContent };

/** What is to become of one work order. */
export type Decision = { outcome: "unchanged" } | { outcome: "refused"; error: AppError } | ({ outcome: "done" } & HeadChange);

/** What happened to each, in the order they were named, and the connections to which something is to be exported at once. */
export type ManyChanged = { results: BulkResult[]; dueIn: string[] };

type Decide = (head: WorkOrderHead, hold: ExportHold | undefined) => Decision;

type Request = { accountId: string; ids: readonly string[]; actor: string | null; now: Date };

/**
 * Changes several work orders, each for itself: one that may not be changed keeps no other from it. Those that are complete
 * afterwards become due in the same transaction, if they are to be exported.
 */
export async function changeMany(db: Database, { ids, ...request }: Request, decide: Decide): Promise<ManyChanged> {
  const wanted = [...new Set(ids)];
  const results: BulkResult[] = [];
  const dueIn = new Set<string>();
  for (let first = 0; first < wanted.length; first += BATCH) {
    const batch = await db.prisma.$transaction((tx) => changeBatch(tx, { ...request, ids: wanted.slice(first, first + BATCH) }, decide));
    results.push(...batch.results);
    for (const connectionId of batch.dueIn) dueIn.add(connectionId);
  }
  return { results, dueIn: [...dueIn] };
}

async function changeBatch(tx: Prisma.TransactionClient, { accountId, ids, actor, now }: Request, decide: Decide): Promise<ManyChanged> {
  const possible = ids.filter((id) => z.uuid().safeParse(id).success);
  const heads = await lockHeads(tx, accountId, possible);
  const holds = await readExportHolds(tx, accountId, possible);
  const results: BulkResult[] = [];
  const dueIn: string[] = [];
  for (const id of ids) {
    const head = heads.get(id);
    const decision: Decision = head ? decide(head, holds.get(id)) : { outcome: "refused", error: workOrderNotFound() };
    results.push(resultOf(id, head, decision));
    if (!head || decision.outcome !== "done") continue;
    const connectionId = await applyHeadChange(tx, { accountId, actor, now, head }, [decision]);
    if (connectionId !== null) dueIn.push(connectionId);
  }
  return { results, dueIn };
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

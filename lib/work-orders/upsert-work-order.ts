import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { WorkOrderOrigin, WorkOrderStatus } from "@/lib/generated/prisma/enums";
import { applyHeadChange, type HeadChange } from "@/lib/work-orders/change-many";
import { insertWorkOrder } from "@/lib/work-orders/create-work-order";
import { readExportHolds } from "@/lib/work-orders/export-hold";
import { keepGivenNumbers, readGivenNumbers } from "@/lib/work-orders/given-numbers";
import { planHeadChanges } from "@/lib/work-orders/plan-head-changes";
import { findStoredWorkOrders } from "@/lib/work-orders/read-work-order";
import { applyContent, lockWorkOrders } from "@/lib/work-orders/update-work-order";
import { contentOfInput } from "@/lib/work-orders/work-order-content";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";
import type { WorkStatus } from "@/lib/work-statuses/work-status";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";

/** A work order as other software has it, known by its number. */
export type Arrival = {
  number: string;
  input: WorkOrderInput;
  /** Left out: as it is. Only ever a step forward: the sender may not know yet that it is handled. */
  status?: WorkOrderStatus | undefined;
  /** Left out: as it is. */
  workStatusCode?: number | undefined;
};

type Request = Arrival & { accountId: string; actor: string | null; origin: WorkOrderOrigin; now?: Date };

export type Upserted = { id: string; number: string; status: WorkOrderStatus; result: "created" | "updated" | "unchanged"; /** To be announced. */ dueIn: string | null };

/**
 * Creates the work order of this number, or changes the one there is; the same twice writes nothing, whatever became of it meanwhile.
 * @throws AppError invalid_input for a code that no work status has; work_order_exported, work_order_sending for a change of what is, or may be, booked
 */
export async function upsertWorkOrder(db: Database, { now = new Date(), ...request }: Request): Promise<Upserted> {
  const { accountId, actor, origin, number, input, status, workStatusCode } = request;
  return db.prisma.$transaction(async (tx) => {
    const workStatus = await findWorkStatus(tx, accountId, workStatusCode);
    const created = await insertWorkOrder(tx, { accountId, actor, origin, number, input, ...(status && { status }), workStatusId: workStatus?.id ?? null, now });
    if (created) return { id: created.id, number, status: status ?? "ready", result: "created", dueIn: created.dueIn };
    return changeArrived(tx, { ...request, now, workStatus });
  });
}

async function changeArrived(tx: Prisma.TransactionClient, { accountId, actor, number, input, status, workStatus, now }: Request & { now: Date; workStatus: WorkStatus | null }): Promise<Upserted> {
  const { id } = await tx.workOrder.findUniqueOrThrow({ where: { accountId_number: { accountId, number } }, select: { id: true } });
  await lockWorkOrders(tx, accountId, [id]);
  const [stored] = await findStoredWorkOrders({ prisma: tx }, { accountId, id });
  if (!stored) throw new AppError("unexpected", { kind: "system", detail: "A locked work order is gone" });
  const given = (await readGivenNumbers({ prisma: tx }, accountId, [id])).get(id);
  const { changes } = await applyContent(tx, { accountId, actor, stored, content: keepGivenNumbers(contentOfInput(input), stored, given), confirmedRevision: false });
  const hold = (await readExportHolds(tx, accountId, [id])).get(id);
  const wanted = planHeadChanges(stored, { status, workStatus, hasChanged: changes.length > 0, isHeld: hold !== undefined, now });
  const dueIn = wanted.length > 0 ? await applyHeadChange(tx, { accountId, actor, now, head: stored }, wanted) : null;
  const result = changes.length + wanted.length > 0 ? "updated" : "unchanged";
  return { id, number, status: statusAfter(wanted) ?? stored.status, result, dueIn };
}

function statusAfter(changes: readonly HeadChange[]): WorkOrderStatus | undefined {
  return changes.find(({ data }) => data.status !== undefined)?.data.status;
}

async function findWorkStatus(tx: Prisma.TransactionClient, accountId: string, code: number | undefined): Promise<WorkStatus | null> {
  if (code === undefined) return null;
  const found = (await listWorkStatuses({ prisma: tx }, accountId)).find((status) => status.code === code);
  if (!found) throw new AppError("invalid_input", { kind: "config", params: { field: "workStatus" } });
  return found;
}

import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { compareContent } from "@/lib/work-orders/compare-content";
import { readExportHolds, refusalOf, type ExportHold } from "@/lib/work-orders/export-hold";
import { headValues, insertLines } from "@/lib/work-orders/insert-work-orders";
import { findStoredWorkOrders, workOrderNotFound } from "@/lib/work-orders/read-work-order";
import { contentOfDetail, contentOfInput, type WorkOrderContent } from "@/lib/work-orders/work-order-content";
import type { StoredWorkOrder } from "@/lib/work-orders/work-order-detail";
import { addWorkOrderEvents, type FieldChange, type WorkOrderEventContent } from "@/lib/work-orders/work-order-events";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";

export type Change = {
  accountId: string;
  id: string;
  /** The version the change is based on. */
  version: number;
  /** Name of the person; null: other software. */
  actor: string | null;
  input: WorkOrderInput;
  /** The person was told which document it was exported as, and changes it all the same. */
  confirmedRevision?: boolean;
};

/** Nothing is written where nothing changed: then the version is the former one. */
export type Changed = { changes: FieldChange[]; version: number; revision: number };

/**
 * Changes what was entered of a work order. After an export it becomes a new revision, of which nothing is sent by that alone.
 * @throws AppError work_order_not_found, work_order_outdated, work_order_sending while it is not certain whether it is booked,
 * work_order_exported unless confirmed
 */
export async function updateWorkOrder(db: Database, { accountId, id, version, actor, input, confirmedRevision = false }: Change): Promise<Changed> {
  return db.prisma.$transaction(async (tx) => {
    await lockWorkOrders(tx, accountId, [id]);
    const [stored] = await findStoredWorkOrders({ prisma: tx }, { accountId, id });
    if (!stored) throw workOrderNotFound();
    if (stored.version !== version) throw new AppError("work_order_outdated", { kind: "config" });
    return applyContent(tx, { accountId, actor, stored, content: contentOfInput(input), confirmedRevision });
  });
}

/** Nobody else changes these work orders, and none of them begins to be sent, until the transaction ends. */
export async function lockWorkOrders(tx: Prisma.TransactionClient, accountId: string, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM work_order WHERE account_id = ${accountId}::uuid AND id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

type Application = { accountId: string; actor: string | null; stored: StoredWorkOrder; content: WorkOrderContent; confirmedRevision: boolean };

/** Writes another content of a work order that the caller has locked and read. */
export async function applyContent(tx: Prisma.TransactionClient, { accountId, actor, stored, content, confirmedRevision }: Application): Promise<Changed> {
  const { id, version } = stored;
  const former = contentOfDetail(stored);
  const changes = compareContent(former, content);
  if (changes.length === 0) return { changes, version, revision: stored.revision };

  const hold = (await readExportHolds(tx, accountId, [id])).get(id);
  const refusal = refusalOf(hold);
  if (refusal && (hold?.kind === "sending" || !confirmedRevision)) throw refusal;
  const revision = nextRevision(stored.revision, hold);

  const { workDate, endDate, ...values } = headValues(content);
  const days = { workDate: new Date(workDate), endDate: endDate === null ? null : new Date(endDate) };
  await tx.workOrder.update({ where: { id, accountId }, data: { ...values, ...days, revision, version: version + 1, updatedAt: new Date() } });
  if (compareContent({ ...former, lines: [] }, { ...content, lines: [] }).length < changes.length) await replaceLines(tx, { accountId, workOrderId: id, content });
  const events: WorkOrderEventContent[] = [{ kind: "changed", changes }];
  if (hold?.kind === "exported" && revision > stored.revision) events.push({ kind: "revised", revision, documentNumber: hold.document });
  await addWorkOrderEvents(tx, events.map((event) => ({ accountId, workOrderId: id, actor, event })));
  return { changes, version: version + 1, revision };
}

/** A second change before the revision is exported belongs to the same revision. */
function nextRevision(revision: number, hold: ExportHold | undefined): number {
  return hold?.kind === "exported" && hold.revision >= revision ? revision + 1 : revision;
}

async function replaceLines(tx: Prisma.TransactionClient, { accountId, workOrderId, content }: { accountId: string; workOrderId: string; content: WorkOrderContent }): Promise<void> {
  await tx.workOrderMaterial.deleteMany({ where: { accountId, workOrderId } });
  await tx.workPeriod.deleteMany({ where: { accountId, workOrderId } });
  await insertLines(tx, [{ accountId, workOrderId, lines: content.lines }]);
}

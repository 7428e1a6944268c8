import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { applyHeadChange, type HeadChange, type ManyChanged } from "@/lib/work-orders/change-many";
import { decideStep } from "@/lib/work-orders/change-status";
import { readExportHolds } from "@/lib/work-orders/export-hold";
import { findStoredWorkOrders, workOrderNotFound } from "@/lib/work-orders/read-work-order";
import { applyContent, lockWorkOrders } from "@/lib/work-orders/update-work-order";
import { contentOfDetail } from "@/lib/work-orders/work-order-content";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";
import { writeWorkStatus, type WorkStatus } from "@/lib/work-statuses/work-status";

type Completion = {
  accountId: string;
  id: string;
  /** The version that the person saw. */
  version: number;
  actor: string | null;
  /** YYYY-MM-DD: the day the work ended. */
  endDate: string;
  /** Null: none. */
  workStatusId: string | null;
  now?: Date;
};

/**
 * Completes a work order with its end date and work status, all or nothing: it becomes due as it then is.
 * @throws AppError work_order_not_found, work_order_outdated, invalid_input for an end before the work date or a work status the account has not
 */
export async function completeWorkOrder(db: Database, { accountId, id, version, actor, endDate, workStatusId, now = new Date() }: Completion): Promise<ManyChanged> {
  return db.prisma.$transaction(async (tx) => {
    await lockWorkOrders(tx, accountId, [id]);
    const [stored] = await findStoredWorkOrders({ prisma: tx }, { accountId, id });
    if (!stored) throw workOrderNotFound();
    if (stored.version !== version) throw new AppError("work_order_outdated", { kind: "config" });
    if (endDate < stored.workDate) throw new AppError("invalid_input", { kind: "config", params: { field: "endDate" } });
    const hold = (await readExportHolds(tx, accountId, [id])).get(id);
    const completedAt = stored.completedAt === null ? null : new Date(stored.completedAt);
    const step = decideStep({ ...stored, completedAt, workStatusId: stored.workStatus?.id ?? null }, hold, "complete", now);
    const { number } = stored;
    if (step.outcome === "refused") return { results: [{ id, number, outcome: "refused", code: step.error.code, params: step.error.params }], dueIn: [] };
    if (step.outcome === "unchanged") return { results: [{ id, number, outcome: "unchanged" }], dueIn: [] };

    const former = contentOfDetail(stored);
    // Work of one day has no end of its own.
    const content = { ...former, endDate: endDate === stored.workDate ? null : endDate };
    await applyContent(tx, { accountId, actor, stored, content, confirmedRevision: false });
    const marked = markWith(await listWorkStatuses({ prisma: tx }, accountId), stored.workStatus, workStatusId);
    const connectionId = await applyHeadChange(tx, { accountId, actor, now, head: stored }, [...marked, step]);
    return { results: [{ id, number, outcome: "done" }], dueIn: connectionId === null ? [] : [connectionId] };
  });
}

function markWith(list: readonly WorkStatus[], before: WorkStatus | null, workStatusId: string | null): HeadChange[] {
  const after = list.find((status) => status.id === workStatusId) ?? null;
  if (workStatusId !== null && after === null) throw new AppError("invalid_input", { kind: "config", params: { field: "workStatus" } });
  if (before?.id === after?.id) return [];
  return [{ data: { workStatusId }, event: { kind: "workStatusChanged", before: before && writeWorkStatus(before), after: after && writeWorkStatus(after) } }];
}

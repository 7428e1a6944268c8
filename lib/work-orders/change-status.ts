import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { WorkOrderStatus } from "@/lib/generated/prisma/enums";
import { changeMany, type Decision, type ManyChanged, type WorkOrderHead } from "@/lib/work-orders/change-many";
import { isDone } from "@/lib/work-orders/create-work-order";
import { refusalOf, type ExportHold } from "@/lib/work-orders/export-hold";
import { isStepBack, statusSteps } from "@/lib/work-orders/status-steps";

type Request = { accountId: string; ids: readonly string[]; status: WorkOrderStatus; actor: string | null; now?: Date };

/**
 * Sets the status of work orders, each if its step is allowed: Ready → Retrieved → Complete → Handled, also from Ready to Complete
 * at once; back one step while nothing was exported. Completing one makes it due, if it is to be exported.
 */
export async function changeStatus(db: Database, { accountId, ids, status, actor, now = new Date() }: Request): Promise<ManyChanged> {
  return changeMany(db, { accountId, ids, actor, now }, (head, hold) => decideStep(head, hold, status, now));
}

/** Whether and how a work order takes a step. */
export function decideStep(head: WorkOrderHead, hold: ExportHold | undefined, status: WorkOrderStatus, now: Date): Decision {
  if (head.status === status) return { outcome: "unchanged" };
  if (!statusSteps[head.status].includes(status)) {
    return { outcome: "refused", error: new AppError("work_order_step", { kind: "config", params: { from: head.status, to: status } }) };
  }
  const refusal = refusalOf(hold);
  if (refusal && (hold?.kind === "sending" || isStepBack(head.status, status))) return { outcome: "refused", error: refusal };
  const completedAt = isDone(status) ? (head.completedAt ?? now) : null;
  return { outcome: "done", data: { status, completedAt }, event: { kind: "statusChanged", before: head.status, after: status } };
}

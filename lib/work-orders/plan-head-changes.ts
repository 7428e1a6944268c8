import type { WorkOrderStatus } from "@/lib/generated/prisma/enums";
import type { HeadChange } from "@/lib/work-orders/change-many";
import { isDone } from "@/lib/work-orders/create-work-order";
import { isStepBack } from "@/lib/work-orders/status-steps";
import type { StoredWorkOrder } from "@/lib/work-orders/work-order-detail";
import { writeWorkStatus, type WorkStatus } from "@/lib/work-statuses/work-status";

type Wanted = {
  status: WorkOrderStatus | undefined;
  workStatus: WorkStatus | null;
  /** Something else of the work order is different, too. */
  hasChanged: boolean;
  /** It is at a vendor, or may be. */
  isHeld: boolean;
  now: Date;
};

/**
 * What other software's status and work status change of a work order. What was exported stays as the export left it. A status goes
 * forward only, and a refused work order keeps its error until something in it is corrected: the same message sent once more is no correction.
 */
export function planHeadChanges(stored: Pick<StoredWorkOrder, "status" | "workStatus" | "completedAt">, { status, workStatus, hasChanged, isHeld, now }: Wanted): HeadChange[] {
  if (isHeld) return [];
  const changes: HeadChange[] = [];
  if (status !== undefined && status !== stored.status && !isStepBack(stored.status, status)) {
    const completedAt = isDone(status) ? (stored.completedAt === null ? now : new Date(stored.completedAt)) : null;
    changes.push({ data: { status, completedAt }, event: { kind: "statusChanged", before: stored.status, after: status } });
  }
  const keepsError = stored.workStatus?.purpose === "error" && !hasChanged;
  if (workStatus !== null && workStatus.id !== stored.workStatus?.id && !keepsError) {
    const before = stored.workStatus && writeWorkStatus(stored.workStatus);
    changes.push({ data: { workStatusId: workStatus.id }, event: { kind: "workStatusChanged", before, after: writeWorkStatus(workStatus) } });
  }
  return changes;
}

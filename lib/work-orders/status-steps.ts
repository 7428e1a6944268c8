import type { WorkOrderStatus } from "@/lib/generated/prisma/enums";

/** The statuses in the order in which a work order goes through them. */
export const workOrderStatuses = ["ready", "retrieved", "complete", "handled"] as const satisfies readonly WorkOrderStatus[];

/**
 * Where a work order may go from each status. Forward: an office completes work orders that no engineer has retrieved. Back, for
 * what was set by mistake: to `ready` to plan it anew, to `retrieved` to finish the work, to `complete` to have it billed after all.
 */
export const statusSteps: Readonly<Record<WorkOrderStatus, readonly WorkOrderStatus[]>> = {
  ready: ["retrieved", "complete"],
  retrieved: ["complete", "ready"],
  complete: ["handled", "retrieved"],
  handled: ["complete"],
};

/** A step that nothing exported may take: what is at the vendor stays handled. */
export function isStepBack(from: WorkOrderStatus, to: WorkOrderStatus): boolean {
  return workOrderStatuses.indexOf(to) < workOrderStatuses.indexOf(from);
}

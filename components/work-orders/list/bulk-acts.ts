import type { ExportActions } from "@/components/exports/export-actions";
import type { ActionResult } from "@/components/actions/use-server-action";
import type { WorkOrderActions } from "@/components/work-orders/work-order-actions";
import { assertNever } from "@/lib/assert";
import type { BulkResult } from "@/lib/work-orders/bulk-result";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

/** A bookkeeping that work orders can go to. */
export type ExportTarget = { connectionId: string; vendorName: string };

export type BulkActions = Pick<WorkOrderActions, "setStatus" | "setWorkStatus"> & { exports: Pick<ExportActions, "request" | "dismiss" | "foretell"> };

/** What is to be done to all that are ticked. */
export type BulkAct =
  | { kind: "exportAgain" | "doNotSend"; target: ExportTarget }
  | { kind: "setStatus"; status: WorkOrderDetail["status"] }
  | { kind: "setWorkStatus"; workStatusId: string | null };

export function performBulk(act: BulkAct, ids: string[], actions: BulkActions): Promise<ActionResult<BulkResult[]>> {
  switch (act.kind) {
    case "exportAgain":
      return actions.exports.request({ connectionId: act.target.connectionId, ids, kind: "again" });
    case "doNotSend":
      return actions.exports.dismiss({ connectionId: act.target.connectionId, ids });
    case "setStatus":
      return actions.setStatus({ ids, status: act.status });
    case "setWorkStatus":
      return actions.setWorkStatus({ ids, workStatusId: act.workStatusId });
    default:
      return assertNever(act);
  }
}

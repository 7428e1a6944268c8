import type { ServerAction } from "@/components/actions/use-server-action";
import type { BulkResult } from "@/lib/work-orders/bulk-result";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

/** What a planner may do to work orders; handed in, because components do not know the application's routes. */
export type WorkOrderActions = {
  complete: ServerAction<{ id: string; version: number; endDate: string; workStatusId: string | null }, BulkResult[]>;
  setStatus: ServerAction<{ ids: string[]; status: WorkOrderDetail["status"] }, BulkResult[]>;
  setWorkStatus: ServerAction<{ ids: string[]; workStatusId: string | null }, BulkResult[]>;
};

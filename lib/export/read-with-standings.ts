import type { ExportStanding } from "@/lib/export/export-standing";
import { readStandings } from "@/lib/export/read-standings";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

/**
 * A work order and how it stands with every bookkeeping. The standings are read first: whoever looks until they say that it is over
 * sees the work order as the end has left it, and never one from before beside them.
 * @throws AppError work_order_not_found
 */
export async function readWithStandings(...[db, asked, options]: Parameters<typeof readStandings>): Promise<{ standings: ExportStanding[]; workOrder: WorkOrderDetail }> {
  const standings = await readStandings(db, asked, options);
  return { standings, workOrder: await readWorkOrder(db, asked.accountId, asked.workOrderId) };
}

import { z } from "zod";
import { exportMarks, type ExportMark } from "@/lib/export/export-standing";
import type { WorkOrderStatus } from "@/lib/generated/prisma/enums";
import { parameterOf, readListRequest, type ListRequest, type SearchParams } from "@/lib/paging/list-request";
import { workOrderStatuses } from "@/lib/work-orders/status-steps";

const workOrderSorts = ["date", "number"] as const;
export type WorkOrderSort = (typeof workOrderSorts)[number];

/** Null: not filtered by it. */
export type WorkOrderFilters = {
  status: WorkOrderStatus | null;
  workStatusId: string | null;
  /** Debtor number of the customer. */
  customer: string | null;
  /** Work dates, YYYY-MM-DD, both included. */
  from: string | null;
  to: string | null;
  exportMark: ExportMark | null;
};

export type WorkOrderListRequest = ListRequest<WorkOrderSort> & WorkOrderFilters;

/** Reads the address of the list: search, sort, after, before, status, workStatus, customer, from, to, export. The newest come first unless it says otherwise. */
export function readWorkOrderListRequest(parameters: SearchParams): WorkOrderListRequest {
  const of = (name: string) => parameterOf(parameters, name);
  const day = (name: string) => z.iso.date().safeParse(of(name)).data ?? null;
  const request = readListRequest({ ...parameters, sort: of("sort") || "-date" }, workOrderSorts);
  return {
    ...request,
    // A place in the order of the numbers is none in that of the dates.
    position: request.sort === "date" && request.position.at !== "start" && !z.iso.date().safeParse(request.position.cursor[0]).success ? { at: "start" } : request.position,
    status: workOrderStatuses.find((status) => status === of("status")) ?? null,
    workStatusId: z.uuid().safeParse(of("workStatus")).data ?? null,
    customer: of("customer").slice(0, 50) || null,
    from: day("from"),
    to: day("to"),
    exportMark: exportMarks.find((mark) => mark === of("export")) ?? null,
  };
}

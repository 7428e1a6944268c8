import { exampleCatalogue, exampleMaterial, exampleOptions, examplePeriod, exampleTarget, exampleWorkOrder } from "@/lib/export/document/testing/example-work-order";
import { buildDocument } from "@/lib/export/document/build-document";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";
import type { LineNames } from "@/lib/work-orders/read-line-names";

const period = { date: "2026-11-19", beginMinute: 490, endMinute: 510, breakMinutes: 0, employeeCode: "PB", employeeName: "Piet Bakker", isTravel: false };

/** A work order with a material, hours, and travelling that is not billable. */
export const exampleDetail: WorkOrderDetail = {
  ...exampleWorkOrder, id: "00000000-0000-4000-8000-000000000007", status: "complete", workStatus: null, version: 4, origin: "office", internalDescription: "Sleutel onder de mat", completedAt: "2026-11-20T08:00:00.000Z",
  createdAt: "2026-11-18T08:00:00.000Z", updatedAt: "2026-11-20T08:00:00.000Z",
  materials: [{ ...exampleMaterial, id: "m1" }],
  periods: [{ ...examplePeriod, ...period, id: "p1", remark: "Kraan" }, { ...examplePeriod, ...period, id: "p2", position: 3, hourTypeCode: "REIS", totalMinutes: 95, employeeName: null, isTravel: true, beginMinute: null, endMinute: null }],
  events: [],
};

export const exampleNames: LineNames = { warehouses: { BUS: "Bus 3" }, hourTypes: { MONT: "Monteur", REIS: "Reistijd" }, deliveryAddress: null };

/** What is billed for it under these settings. */
export function documentOf(workOrder: WorkOrderDetail, options: Partial<ExportOptions> = {}) {
  return buildDocument(workOrder, { ...exampleOptions, ...options }, exampleCatalogue, exampleTarget);
}

import type { WorkOrderDetail, WorkOrderMaterial, WorkPeriod } from "@/lib/work-orders/work-order-detail";

export type ExportableMaterial = Omit<WorkOrderMaterial, "id">;
export type ExportablePeriod = Pick<WorkPeriod, "position" | "date" | "totalMinutes" | "hourTypeCode" | "remark">;

/** What of a work order concerns its billing; a `WorkOrderDetail` is one. Decimals are text with a point, whatever zeros they end in. */
export type ExportableWorkOrder = Pick<
  WorkOrderDetail,
  "number" | "revision" | "projectNumber" | "externalProjectNumber" | "customer" | "invoiceCustomer" | "deliveryAddressCode" | "workDate" | "endDate" | "typeOfWork" | "shortDescription" | "description"
> & { materials: readonly ExportableMaterial[]; periods: readonly ExportablePeriod[] };

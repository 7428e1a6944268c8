import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";

/** Customer or payer as a work order has it: whatever is empty is null. */
export type WorkOrderParty = WorkOrderInput["customer"];

/** A material line as it was entered; decimals are text with a point, whatever zeros they end in. */
export type ExportableMaterial = {
  /** Place among materials and periods together, from 1. */
  position: number;
  code: string;
  name: string;
  quantity: string;
  unit: string | null;
  /** Per unit, without VAT; null: the price of the material. */
  price: string | null;
  /** Per cent. */
  discount: string;
  /** Per cent; null: that of the material. */
  vatRate: string | null;
  /** Null: the default warehouse of the settings. */
  warehouseCode: string | null;
};

/** A work period as it was entered. */
export type ExportablePeriod = {
  position: number;
  /** Minutes worked, without the break. */
  totalMinutes: number;
  hourTypeCode: string;
  remark: string | null;
};

/** What of a work order concerns its billing. Days are YYYY-MM-DD. */
export type ExportableWorkOrder = {
  number: string;
  revision: number;
  projectNumber: string | null;
  externalProjectNumber: string | null;
  customer: WorkOrderParty;
  /** Null: the customer pays. */
  invoiceCustomer: WorkOrderParty | null;
  deliveryAddressCode: string | null;
  workDate: string;
  endDate: string | null;
  typeOfWork: string | null;
  shortDescription: string | null;
  description: string | null;
  materials: readonly ExportableMaterial[];
  periods: readonly ExportablePeriod[];
};

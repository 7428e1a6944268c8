import type { WorkOrderOrigin, WorkOrderStatus } from "@/lib/generated/prisma/enums";
import type { WorkOrderEvent } from "@/lib/work-orders/work-order-events";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";
import type { WorkStatus } from "@/lib/work-statuses/work-status";

/** Customer or payer as a work order has it: whatever is empty is null. */
export type WorkOrderParty = WorkOrderInput["customer"];

/** A material line; decimals are text with a point and without zeros at their end. */
export type WorkOrderMaterial = {
  id: string;
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
  /** Per cent. */
  vatRate: string | null;
  warehouseCode: string | null;
};

/** Hours somebody worked. */
export type WorkPeriod = {
  id: string;
  position: number;
  /** YYYY-MM-DD */
  date: string;
  /** Minutes since midnight; null where only the total is known. An end before its begin is on the next day. */
  beginMinute: number | null;
  endMinute: number | null;
  breakMinutes: number;
  /** Minutes worked, without the break. */
  totalMinutes: number;
  hourTypeCode: string;
  employeeCode: string | null;
  employeeName: string | null;
  remark: string | null;
  isTravel: boolean;
};

/** A work order with its lines as plain data: days YYYY-MM-DD in the account's time zone, moments ISO texts in UTC. */
export type StoredWorkOrder = {
  id: string;
  number: string;
  status: WorkOrderStatus;
  workStatus: WorkStatus | null;
  /** Raised by a change after an export. */
  revision: number;
  /** Raised by every write: a change names the one it is based on. */
  version: number;
  origin: WorkOrderOrigin;
  projectNumber: string | null;
  externalProjectNumber: string | null;
  customer: WorkOrderParty;
  /** Serial number of the customer's delivery address; null: the customer's own address. */
  deliveryAddressCode: string | null;
  /** Null: the customer pays. */
  invoiceCustomer: WorkOrderParty | null;
  workDate: string;
  endDate: string | null;
  typeOfWork: string | null;
  shortDescription: string | null;
  description: string | null;
  internalDescription: string | null;
  completedAt: string | null;
  createdAt: string;
  updatedAt: string;
  materials: WorkOrderMaterial[];
  periods: WorkPeriod[];
};

/** Everything about one work order: what happened to it stands newest first. */
export type WorkOrderDetail = StoredWorkOrder & { events: WorkOrderEvent[] };

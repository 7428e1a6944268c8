import { Decimal } from "decimal.js";
import type { StoredWorkOrder, WorkOrderMaterial, WorkOrderParty, WorkPeriod } from "@/lib/work-orders/work-order-detail";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";
import { periodMinutes } from "@/lib/work-orders/period-minutes";

/** A line in its place; `type` says which table it stands in. */
export type ContentLine =
  | ({ type: "material" } & Omit<WorkOrderMaterial, "id" | "position">)
  | ({ type: "period" } & Omit<WorkPeriod, "id" | "position">);

type HeadFields = Pick<
  StoredWorkOrder,
  "projectNumber" | "externalProjectNumber" | "deliveryAddressCode" | "workDate" | "endDate" | "typeOfWork" | "shortDescription" | "description" | "internalDescription"
>;

/** What people enter of a work order, each value in the one form in which it is stored: comparing texts compares values. */
export type WorkOrderContent = HeadFields & {
  customer: WorkOrderParty;
  /** Null: the customer pays. */
  invoiceCustomer: WorkOrderParty | null;
  lines: ContentLine[];
};

/** The content of something entered. */
export function contentOfInput(input: WorkOrderInput): WorkOrderContent {
  const { customer, invoiceCustomer, lines } = input;
  const hasPayer = invoiceCustomer !== null && Object.values(invoiceCustomer).some((value) => value !== null);
  return { ...headOf(input), customer, invoiceCustomer: hasPayer ? invoiceCustomer : null, lines: lines.map(lineOfInput) };
}

/** The content of something stored. */
export function contentOfDetail(detail: StoredWorkOrder): WorkOrderContent {
  const { customer, invoiceCustomer, materials, periods } = detail;
  const lines = [...materials.map((line) => ({ ...line, type: "material" as const })), ...periods.map((line) => ({ ...line, type: "period" as const }))];
  const ordered = lines.sort((one, other) => one.position - other.position).map(({ id: _id, position: _position, ...line }) => line);
  return { ...headOf(detail), customer, invoiceCustomer, lines: ordered };
}

function headOf(from: HeadFields): HeadFields {
  const { projectNumber, externalProjectNumber, deliveryAddressCode, workDate, endDate, typeOfWork, shortDescription, description, internalDescription } = from;
  return { projectNumber, externalProjectNumber, deliveryAddressCode, workDate, endDate, typeOfWork, shortDescription, description, internalDescription };
}

function lineOfInput(line: WorkOrderInput["lines"][number]): ContentLine {
  if (line.type === "period") return { ...line, totalMinutes: periodMinutes(line) ?? 0 };
  const { quantity, price, discount, vatRate } = line;
  return { ...line, quantity: canonical(quantity), price: price && canonical(price), discount: canonical(discount), vatRate: vatRate && canonical(vatRate) };
}

/** 2.50, 02.5 and 2.5 are one number, and so are 0 and -0. */
function canonical(decimal: string): string {
  return new Decimal(decimal).plus(0).toFixed();
}

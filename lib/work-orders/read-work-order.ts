import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { contentColumns, customerOf, dayOf, invoiceCustomerOf, materialColumns, materialOf, periodColumns, periodOf } from "@/lib/work-orders/stored-work-order";
import type { StoredWorkOrder, WorkOrderDetail } from "@/lib/work-orders/work-order-detail";
import { readEvent } from "@/lib/work-orders/work-order-events";
import { workStatusColumns } from "@/lib/work-statuses/work-status";

/** A database, or `{ prisma: tx }` to read within a transaction. */
export type WorkOrderStore = { prisma: Prisma.TransactionClient };

/**
 * One work order of an account with its lines and what happened to it.
 * @throws AppError work_order_not_found, also for those of other accounts
 */
export async function readWorkOrder(db: WorkOrderStore, accountId: string, id: string): Promise<WorkOrderDetail> {
  const found = z.uuid().safeParse(id).success ? await findDetail(db, { accountId, id }) : null;
  if (!found) throw workOrderNotFound();
  return found;
}

/** The work order of this number; null when the account has none. */
export function findWorkOrderByNumber(db: WorkOrderStore, accountId: string, number: string): Promise<WorkOrderDetail | null> {
  return findDetail(db, { accountId, number });
}

export function workOrderNotFound(): AppError {
  return new AppError("work_order_not_found", { kind: "config" });
}

async function findDetail(db: WorkOrderStore, where: { accountId: string; id: string } | { accountId: string; number: string }): Promise<WorkOrderDetail | null> {
  const [stored] = await findStoredWorkOrders(db, where);
  if (!stored) return null;
  const events = await db.prisma.workOrderEvent.findMany({ where: { accountId: where.accountId, workOrderId: stored.id }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  return { ...stored, events: events.map(readEvent) };
}

/** Work orders of an account with their lines, in three queries for however many. */
export async function findStoredWorkOrders({ prisma }: WorkOrderStore, where: Prisma.WorkOrderWhereInput & { accountId: string }): Promise<StoredWorkOrder[]> {
  const rows = await prisma.workOrder.findMany({
    where,
    select: {
      id: true, number: true, status: true, revision: true, version: true, origin: true, completedAt: true, createdAt: true, updatedAt: true,
      ...contentColumns,
      workStatus: { select: workStatusColumns },
    },
  });
  const of = { accountId: where.accountId, workOrderId: { in: rows.map(({ id }) => id) } };
  // One after the other: within a transaction they share one connection.
  const materials = await prisma.workOrderMaterial.findMany({ where: of, select: { workOrderId: true, ...materialColumns }, orderBy: { position: "asc" } });
  const periods = await prisma.workPeriod.findMany({ where: of, select: { workOrderId: true, ...periodColumns }, orderBy: { position: "asc" } });
  const [materialsOf, periodsOf] = [byWorkOrder(materials), byWorkOrder(periods)];
  return rows.map((row) => ({ ...headOf(row), materials: (materialsOf.get(row.id) ?? []).map(materialOf), periods: (periodsOf.get(row.id) ?? []).map(periodOf) }));
}

type HeadRow = Parameters<typeof customerOf>[0] &
  Pick<StoredWorkOrder, "id" | "number" | "status" | "workStatus" | "revision" | "version" | "origin"> & { completedAt: Date | null; createdAt: Date; updatedAt: Date };

function headOf(row: HeadRow): Omit<StoredWorkOrder, "materials" | "periods"> {
  const { id, number, status, workStatus, revision, version, origin, projectNumber, externalProjectNumber, deliveryAddressCode } = row;
  const { typeOfWork, shortDescription, description, internalDescription } = row;
  return {
    id, number, status, workStatus, revision, version, origin, projectNumber, externalProjectNumber,
    customer: customerOf(row),
    deliveryAddressCode,
    invoiceCustomer: invoiceCustomerOf(row),
    workDate: dayOf(row.workDate),
    endDate: row.endDate && dayOf(row.endDate),
    typeOfWork, shortDescription, description, internalDescription,
    completedAt: row.completedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function byWorkOrder<Line extends { workOrderId: string }>(lines: readonly Line[]): ReadonlyMap<string, Omit<Line, "workOrderId">[]> {
  const grouped = new Map<string, Omit<Line, "workOrderId">[]>();
  for (const { workOrderId, ...line } of lines) {
    const group = grouped.get(workOrderId);
    if (group) group.push(line);
    else grouped.set(workOrderId, [line]);
  }
  return grouped;
}

import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { contentColumns, customerOf, dayOf, invoiceCustomerOf, materialColumns, materialOf, periodColumns, periodOf } from "@/lib/work-orders/stored-work-order";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";
import { readEvent } from "@/lib/work-orders/work-order-events";
import { workStatusColumns } from "@/lib/work-statuses/work-status";

/** A database, or `{ prisma: tx }` to read within a transaction. */
export type WorkOrderStore = { prisma: Prisma.TransactionClient };

/**
 * One work order of an account with its lines and what happened to it.
 * @throws AppError work_order_not_found, also for those of other accounts
 */
export async function readWorkOrder(db: WorkOrderStore, accountId: string, id: string): Promise<WorkOrderDetail> {
  const found = z.uuid().safeParse(id).success ? await findWorkOrder(db, { accountId, id }) : null;
  if (!found) throw workOrderNotFound();
  return found;
}

/** The work order of this number; null when the account has none. */
export function findWorkOrderByNumber(db: WorkOrderStore, accountId: string, number: string): Promise<WorkOrderDetail | null> {
  return findWorkOrder(db, { accountId, number });
}

export function workOrderNotFound(): AppError {
  return new AppError("work_order_not_found", { kind: "config" });
}

async function findWorkOrder({ prisma }: WorkOrderStore, where: { accountId: string; id: string } | { accountId: string; number: string }): Promise<WorkOrderDetail | null> {
  const row = await prisma.workOrder.findFirst({
    where,
    select: {
      id: true, number: true, status: true, revision: true, version: true, origin: true, completedAt: true, createdAt: true, updatedAt: true,
      ...contentColumns,
      workStatus: { select: workStatusColumns },
    },
  });
  if (!row) return null;
  // One after the other: within a transaction they share one connection.
  const of = { accountId: where.accountId, workOrderId: row.id };
  const materials = await prisma.workOrderMaterial.findMany({ where: of, select: materialColumns, orderBy: { position: "asc" } });
  const periods = await prisma.workPeriod.findMany({ where: of, select: periodColumns, orderBy: { position: "asc" } });
  const events = await prisma.workOrderEvent.findMany({ where: of, orderBy: [{ at: "desc" }, { id: "desc" }] });
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
    materials: materials.map(materialOf),
    periods: periods.map(periodOf),
    events: events.map(readEvent),
  };
}

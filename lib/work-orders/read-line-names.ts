import type { Database } from "@/lib/db";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

/** What the codes on a work order are called; a code that is not there is not known here. */
export type LineNames = { warehouses: Readonly<Record<string, string>>; hourTypes: Readonly<Record<string, string>>; deliveryAddress: string | null };

/** The names behind the codes of a work order's lines. */
export async function readLineNames({ prisma }: Pick<Database, "prisma">, accountId: string, workOrder: WorkOrderDetail): Promise<LineNames> {
  const hourTypeCodes = [...new Set(workOrder.periods.map(({ hourTypeCode }) => hourTypeCode))];
  const named = { code: true, name: true } as const;
  const [warehouses, hourTypes, address] = await Promise.all([
    // All of them: the default warehouse stands on no line.
    prisma.warehouse.findMany({ where: { accountId }, select: named, take: 1_000 }),
    prisma.hourType.findMany({ where: { accountId, code: { in: hourTypeCodes } }, select: named }),
    workOrder.deliveryAddressCode === null || workOrder.customer.debtorNumber === null
      ? null
      : prisma.deliveryAddress.findFirst({
          where: { accountId, code: workOrder.deliveryAddressCode, relation: { accountId, debtorNumber: workOrder.customer.debtorNumber } },
          select: { description: true, name: true, street: true, city: true },
        }),
  ]);
  return { warehouses: byCode(warehouses), hourTypes: byCode(hourTypes), deliveryAddress: address && ([address.description ?? address.name, address.street, address.city].filter(Boolean).join(", ") || null) };
}

function byCode(records: readonly { code: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(records.map(({ code, name }) => [code, name]));
}

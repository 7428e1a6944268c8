import type { DocumentCatalogue } from "@/lib/export/document/document-catalogue";
import type { ExportableWorkOrder } from "@/lib/export/document/exportable-work-order";
import type { Prisma } from "@/lib/generated/prisma/client";

/** What the account knows of the codes on a work order: names, units and prices (without VAT, decimal text). */
export async function readCatalogue({ prisma }: { prisma: Prisma.TransactionClient }, accountId: string, workOrder: ExportableWorkOrder): Promise<DocumentCatalogue> {
  const codes = (list: readonly string[]) => ({ accountId, code: { in: [...new Set(list)] } });
  const columns = { code: true, name: true, unit: true, price: true, vatRate: true } as const;
  const materials = await prisma.material.findMany({ where: codes(workOrder.materials.map(({ code }) => code)), select: columns });
  const hourTypes = await prisma.hourType.findMany({ where: codes(workOrder.periods.map(({ hourTypeCode }) => hourTypeCode)), select: { ...columns, billable: true } });
  const warehouses = await prisma.warehouse.findMany({ where: { accountId, active: true }, select: { code: true } });
  const { debtorNumber } = workOrder.customer;
  const relation = debtorNumber === null ? null : await prisma.relation.findUnique({
    where: { accountId_debtorNumber: { accountId, debtorNumber } },
    select: { addresses: { where: { active: true }, select: { code: true } } },
  });
  return {
    materials: new Map(materials.map(({ code, price, vatRate, ...material }) => [code, { ...material, price: price?.toFixed() ?? null, vatRate: vatRate?.toFixed() ?? null }])),
    hourTypes: new Map(hourTypes.map(({ code, price, vatRate, billable, ...hourType }) => [code, { ...hourType, price: price?.toFixed() ?? null, vatRate: vatRate?.toFixed() ?? null, isBillable: billable }])),
    warehouses: warehouses.length === 0 ? null : new Set(warehouses.map(({ code }) => code)),
    deliveryAddresses: relation && new Set(relation.addresses.map(({ code }) => code)),
  };
}

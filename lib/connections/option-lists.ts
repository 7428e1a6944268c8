import type { OptionLists } from "@/lib/forms/form-fields";
import type { Prisma } from "@/lib/generated/prisma/client";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";
import { writeWorkStatus, type WorkStatus } from "@/lib/work-statuses/work-status";

/**
 * What the export options of an account are chosen from. The work status of refused exports is never one of them, because
 * a refused work order would go out again and again; one that holds work orders back is no trigger.
 */
export async function readOptionLists({ prisma }: { prisma: Prisma.TransactionClient }, accountId: string): Promise<OptionLists> {
  // One after the other: inside a transaction there is one connection.
  const statuses = (await listWorkStatuses({ prisma }, accountId)).filter(({ purpose }) => purpose !== "error");
  const warehouses = await prisma.warehouse.findMany({ where: { accountId, active: true }, select: { code: true, name: true }, orderBy: { code: "asc" } });
  const toOption = (status: WorkStatus) => ({ value: status.id, label: writeWorkStatus(status) });
  return {
    workStatuses: statuses.map(toOption),
    triggerStatuses: statuses.filter(({ purpose }) => purpose !== "hold").map(toOption),
    warehouses: warehouses.map(({ code, name }) => ({ value: code, label: `${code} – ${name}` })),
  };
}

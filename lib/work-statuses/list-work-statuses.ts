import type { Prisma } from "@/lib/generated/prisma/client";
import { workStatusColumns, type WorkStatus } from "@/lib/work-statuses/work-status";

/** The account's work statuses in the order of its list. */
export async function listWorkStatuses({ prisma }: { prisma: Prisma.TransactionClient }, accountId: string): Promise<WorkStatus[]> {
  return prisma.workStatus.findMany({ where: { accountId }, select: workStatusColumns, orderBy: [{ position: "asc" }, { code: "asc" }] });
}

/** How many work orders carry each work status, by its id; those that none carries are absent. */
export async function countByWorkStatus({ prisma }: { prisma: Prisma.TransactionClient }, accountId: string): Promise<ReadonlyMap<string, number>> {
  const groups = await prisma.workOrder.groupBy({ by: ["workStatusId"], where: { accountId, workStatusId: { not: null } }, _count: true });
  return new Map(groups.flatMap(({ workStatusId, _count }) => (workStatusId === null ? [] : [[workStatusId, _count]])));
}

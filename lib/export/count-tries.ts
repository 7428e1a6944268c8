import type { Prisma } from "@/lib/generated/prisma/client";

export const triesKey = ({ workOrderId, connectionId }: { workOrderId: string; connectionId: string }) => `${workOrderId} ${connectionId}`;

/**
 * How often it was tried to export work orders, by {@link triesKey}: all exports to a connection together, and one that was refused before
 * anything was sent counts too.
 */
export async function countTries({ prisma }: { prisma: Prisma.TransactionClient }, accountId: string, workOrderIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await prisma.$queryRaw<{ workOrderId: string; connectionId: string; tries: number }[]>`
    SELECT work_order_id AS "workOrderId", connection_id AS "connectionId", sum(greatest(attempts, (state = 'rejected' AND problem IS NOT NULL)::int))::int AS tries
    FROM export_intent WHERE account_id = ${accountId}::uuid AND work_order_id = ANY(${[...workOrderIds]}::uuid[]) GROUP BY work_order_id, connection_id`;
  return new Map(rows.map((row) => [triesKey(row), row.tries]));
}

import type { ExportOptions } from "@/lib/connectors/export-settings";
import { dueWorkOrders } from "@/lib/export/eligible";
import { Prisma } from "@/lib/generated/prisma/client";

type Store = { prisma: Prisma.TransactionClient };
type Draft = { accountId: string; connectionId: string; options: ExportOptions };

/**
 * How many completed work orders would go out at once under these options, were they switched on: by the rule the sweep goes by.
 * Whether the connection can send now (licence, credentials) makes no difference, because it will one day.
 */
export async function countDue(store: Store, draft: Draft): Promise<number> {
  const condition = await dueUnder(store, draft);
  if (!condition) return 0;
  const [row] = await store.prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM work_order WHERE ${condition}`;
  return row?.count ?? 0;
}

export type DueRow = { id: string; number: string; customerName: string | null; completedAt: Date };

/** The first of them, oldest completion first: the order in which they would go out. */
export async function listDue(store: Store, { limit, ...draft }: Draft & { limit: number }): Promise<DueRow[]> {
  const condition = await dueUnder(store, draft);
  if (!condition) return [];
  return store.prisma.$queryRaw<DueRow[]>`
    SELECT id, number, customer_name AS "customerName", completed_at AS "completedAt" FROM work_order
    WHERE ${condition} ORDER BY completed_at, number LIMIT ${limit}`;
}

/** Null: there is no work status that sends. */
async function dueUnder({ prisma }: Store, { accountId, connectionId, options: { triggerId, startDate } }: Draft): Promise<Prisma.Sql | null> {
  if (triggerId === null) return null;
  const { timeZone } = await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { timeZone: true } });
  return dueWorkOrders({ id: connectionId, accountId, triggerId, startDate, timeZone, yielding: [] });
}

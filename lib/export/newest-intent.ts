import type { ExportIntent, Prisma } from "@/lib/generated/prisma/client";

/** The export of a work order that counts for a connection: the newest; null: there has never been one. */
export function findNewestIntent(tx: Prisma.TransactionClient, { accountId, connectionId, workOrderId }: { accountId: string; connectionId: string; workOrderId: string }): Promise<ExportIntent | null> {
  return tx.exportIntent.findFirst({ where: { accountId, connectionId, workOrderId }, orderBy: [{ requestedAt: "desc" }, { id: "desc" }] });
}

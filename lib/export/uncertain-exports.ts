import type { Prisma } from "@/lib/generated/prisma/client";

/** Whether it is open, for any export of a connection, what stands at the vendor: until that is settled its administration stays. */
export async function hasUncertainExports({ prisma }: { prisma: Prisma.TransactionClient }, { accountId, connectionId }: { accountId: string; connectionId: string }): Promise<boolean> {
  const open = await prisma.exportIntent.findFirst({
    where: { accountId, connectionId, state: { in: ["sending", "sent", "uncertain", "needs_review"] } },
    select: { id: true },
  });
  return open !== null;
}

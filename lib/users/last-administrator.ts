import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * Whether somebody else could still administer the account if this person no longer did. Holds the account's row until the
 * end of the transaction, so that two administrators cannot remove each other at the same moment. Those who have not chosen
 * a password yet do not count: their link may be lost.
 */
export async function hasOtherAdministrator(tx: Prisma.TransactionClient, accountId: string, userId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM account WHERE id = ${accountId}::uuid FOR UPDATE`;
  const others = { accountId, role: "administrator", deactivatedAt: null, passwordHash: { not: null }, id: { not: userId } } as const;
  return (await tx.user.count({ where: others })) > 0;
}

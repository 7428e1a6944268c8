import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * A user of this account.
 * @throws AppError record_not_found, also when the id is one of another account
 */
export async function findUser(tx: Prisma.TransactionClient, accountId: string, userId: string) {
  const select = { id: true, name: true, email: true, role: true, deactivatedAt: true } as const;
  const user = await tx.user.findFirst({ where: { id: userId, accountId }, select });
  if (!user) throw new AppError("record_not_found", { kind: "config" });
  return user;
}

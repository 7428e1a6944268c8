import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * The connection of an account with a vendor, locked until the transaction ends: requests for syncs, claims and other
 * people's saves wait. Secrets are not read.
 * @throws AppError not_connected when there is none
 */
export async function lockConnection(tx: Prisma.TransactionClient, { accountId, vendor }: { accountId: string; vendor: string }) {
  await tx.$queryRaw`SELECT id FROM connection WHERE account_id = ${accountId}::uuid AND vendor = ${vendor} FOR NO KEY UPDATE`;
  const row = await tx.connection.findUnique({
    where: { accountId_vendor: { accountId, vendor } },
    select: { id: true, state: true, stateReason: true, administration: true, administrations: true, settings: true, settingsVersion: true, pausedAt: true },
  });
  if (!row) throw new AppError("not_connected", { kind: "config", params: { vendor } });
  return row;
}

export type LockedConnection = Awaited<ReturnType<typeof lockConnection>>;

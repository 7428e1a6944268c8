import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";
import type { WorkStatus } from "@/lib/work-statuses/work-status";

/** The account's list, which nobody else changes until the transaction ends; connecting a vendor waits on the same lock. */
export async function lockWorkStatuses(tx: Prisma.TransactionClient, accountId: string): Promise<WorkStatus[]> {
  await tx.$queryRaw`SELECT id FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  return listWorkStatuses({ prisma: tx }, accountId);
}

/** @throws AppError record_not_found when it is none of this account */
export function requireWorkStatus(list: readonly WorkStatus[], id: string): WorkStatus {
  const found = list.find((status) => status.id === id);
  if (!found) throw new AppError("record_not_found", { kind: "config", detail: "Unknown work status" });
  return found;
}

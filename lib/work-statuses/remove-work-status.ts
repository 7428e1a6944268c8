import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockWorkStatuses, requireWorkStatus } from "@/lib/work-statuses/lock-work-statuses";
import { usesOfWorkStatuses } from "@/lib/work-statuses/uses";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

/**
 * Removes a work status of the account's own that nothing refers to.
 * @throws AppError record_not_found; work_status_in_use for one that a vendor brought, a work order carries or an integration is set to
 */
export async function removeWorkStatus(db: Database, { accountId, id }: { accountId: string; id: string }): Promise<{ code: number; name: string }> {
  return db.prisma.$transaction(async (tx) => {
    const status = requireWorkStatus(await lockWorkStatuses(tx, accountId), id);
    // Whoever saves settings holds the connection; what is chosen there meanwhile is seen here.
    await tx.$queryRaw`SELECT id FROM connection WHERE account_id = ${accountId}::uuid FOR NO KEY UPDATE`;
    const isSetTo = (await usesOfWorkStatuses({ prisma: tx }, accountId)).has(id);
    const isCarried = (await tx.workOrder.findFirst({ where: { accountId, workStatusId: id }, select: { id: true } })) !== null;
    if (status.purpose !== null || isSetTo || isCarried) throw new AppError("work_status_in_use", { kind: "config", params: { name: writeWorkStatus(status) } });
    await tx.workStatus.delete({ where: { id, accountId } });
    return status;
  });
}

import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockWorkStatuses } from "@/lib/work-statuses/lock-work-statuses";
import { workStatusColumns, type WorkStatus } from "@/lib/work-statuses/work-status";

type Addition = { accountId: string; code: number; name: string };

/**
 * Adds a work status of the account's own at the end of its list.
 * @throws AppError work_status_code_taken
 */
export async function addWorkStatus(db: Database, { accountId, code, name }: Addition): Promise<WorkStatus> {
  return db.prisma.$transaction(async (tx) => {
    const list = await lockWorkStatuses(tx, accountId);
    if (list.some((status) => status.code === code)) throw new AppError("work_status_code_taken", { kind: "config", params: { code } });
    const { _max } = await tx.workStatus.aggregate({ where: { accountId }, _max: { position: true } });
    return tx.workStatus.create({ data: { accountId, code, name, position: (_max.position ?? 0) + 1 }, select: workStatusColumns });
  });
}

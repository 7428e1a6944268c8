import type { Database } from "@/lib/db";
import { lockWorkStatuses, requireWorkStatus } from "@/lib/work-statuses/lock-work-statuses";

type Renaming = { accountId: string; id: string; name: string };

/**
 * Gives a work status another name; code and purpose stay, so that nothing that refers to it notices. Out: the former name.
 * @throws AppError record_not_found
 */
export async function renameWorkStatus(db: Database, { accountId, id, name }: Renaming): Promise<{ code: number; before: string }> {
  return db.prisma.$transaction(async (tx) => {
    const { code, name: before } = requireWorkStatus(await lockWorkStatuses(tx, accountId), id);
    if (name !== before) await tx.workStatus.update({ where: { id, accountId }, data: { name } });
    return { code, before };
  });
}

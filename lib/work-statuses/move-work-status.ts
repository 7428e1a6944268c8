import type { Database } from "@/lib/db";
import { lockWorkStatuses, requireWorkStatus } from "@/lib/work-statuses/lock-work-statuses";

type Move = { accountId: string; id: string; by: -1 | 1 };

/**
 * Moves a work status one place up (-1) or down (1); at the end of the list it stays. Out: whether it has moved.
 * @throws AppError record_not_found
 */
export async function moveWorkStatus(db: Database, { accountId, id, by }: Move): Promise<{ code: number; name: string; hasMoved: boolean }> {
  return db.prisma.$transaction(async (tx) => {
    const list = await lockWorkStatuses(tx, accountId);
    const moved = requireWorkStatus(list, id);
    const from = list.indexOf(moved);
    const neighbour = list[from + by];
    if (!neighbour) return { ...moved, hasMoved: false };
    const order = list.map((status, place) => (place === from ? neighbour : place === from + by ? moved : status));
    // Places are written anew for all, so that what once had the same place is in order afterwards.
    for (const [place, status] of order.entries()) await tx.workStatus.update({ where: { id: status.id, accountId }, data: { position: place + 1 } });
    return { ...moved, hasMoved: true };
  });
}

import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { changeMany, type ManyChanged } from "@/lib/work-orders/change-many";
import { refusalOf } from "@/lib/work-orders/export-hold";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

type Request = { accountId: string; ids: readonly string[]; /** Null: none. */ workStatusId: string | null; actor: string | null; now?: Date };

/**
 * Sets the work status of work orders, whatever their status, but not while one is being sent. A complete one becomes due, if it is
 * to be exported now: so one that was refused goes out again.
 * @throws AppError invalid_input for a work status the account has not
 */
export async function changeWorkStatus(db: Database, { accountId, ids, workStatusId, actor, now = new Date() }: Request): Promise<ManyChanged> {
  const statuses = await db.prisma.workStatus.findMany({ where: { accountId }, select: { id: true, code: true, name: true } });
  const nameOf = (id: string | null) => {
    const found = statuses.find((status) => status.id === id);
    return found ? writeWorkStatus(found) : null;
  };
  const after = nameOf(workStatusId);
  if (workStatusId !== null && after === null) throw new AppError("invalid_input", { kind: "config", params: { field: "workStatus" } });
  return changeMany(db, { accountId, ids, actor, now }, (head, hold) => {
    if (head.workStatusId === workStatusId) return { outcome: "unchanged" };
    const refusal = hold?.kind === "sending" ? refusalOf(hold) : null;
    if (refusal) return { outcome: "refused", error: refusal };
    return { outcome: "done", data: { workStatusId }, event: { kind: "workStatusChanged", before: nameOf(head.workStatusId), after } };
  });
}

import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ManyChanged } from "@/lib/work-orders/change-many";
import { changeStatus } from "@/lib/work-orders/change-status";
import { changeWorkStatus } from "@/lib/work-orders/change-work-status";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import { updateWorkOrder } from "@/lib/work-orders/update-work-order";
import { contentOfDetail } from "@/lib/work-orders/work-order-content";

type Completion = {
  accountId: string;
  id: string;
  /** The version that the person saw. */
  version: number;
  actor: string | null;
  /** YYYY-MM-DD: the day the work ended. */
  endDate: string;
  /** Null: none. */
  workStatusId: string | null;
};

/**
 * Completes a work order: its end date and work status first, because with its status it becomes due as it then is.
 * @throws AppError work_order_not_found, work_order_outdated, invalid_input for an end before the work date or a work status the account has not
 */
export async function completeWorkOrder(db: Database, { accountId, id, version, actor, endDate, workStatusId }: Completion): Promise<ManyChanged> {
  const { workDate, ...content } = contentOfDetail(await readWorkOrder(db, accountId, id));
  if (endDate < workDate) throw new AppError("invalid_input", { kind: "config", params: { field: "endDate" } });
  await updateWorkOrder(db, { accountId, id, version, actor, input: { ...content, workDate, endDate } });
  const marked = await changeWorkStatus(db, { accountId, ids: [id], workStatusId, actor });
  if (marked.results.some(({ outcome }) => outcome === "refused")) return marked;
  return changeStatus(db, { accountId, ids: [id], status: "complete", actor });
}

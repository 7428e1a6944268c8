import type { Database } from "@/lib/db";
import { compareContent } from "@/lib/work-orders/compare-content";
import { readExportHolds } from "@/lib/work-orders/export-hold";
import { keepGivenNumbers, readGivenNumbers } from "@/lib/work-orders/given-numbers";
import { planHeadChanges } from "@/lib/work-orders/plan-head-changes";
import { findStoredWorkOrders } from "@/lib/work-orders/read-work-order";
import type { Arrival } from "@/lib/work-orders/upsert-work-order";
import { contentOfDetail, contentOfInput } from "@/lib/work-orders/work-order-content";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";

/** What `upsertWorkOrder` would answer; `exported`: it would refuse, because the work order is at a vendor, or may be. */
export type PlannedUpsert = "created" | "updated" | "unchanged" | "exported";

/** Work orders that are compared at a time. */
const BATCH = 1_000;

/** What would become of work orders from outside, by number; nothing is stored. */
export async function planUpserts(db: Database, { accountId, orders }: { accountId: string; orders: readonly Arrival[] }): Promise<ReadonlyMap<string, PlannedUpsert>> {
  const planned = new Map<string, PlannedUpsert>();
  const workStatuses = await listWorkStatuses(db, accountId);
  for (let first = 0; first < orders.length; first += BATCH) {
    const batch = orders.slice(first, first + BATCH);
    const found = await findStoredWorkOrders(db, { accountId, number: { in: batch.map(({ number }) => number) } });
    const stored = new Map(found.map((workOrder) => [workOrder.number, workOrder]));
    const ids = found.map(({ id }) => id);
    const [holds, given] = [await readExportHolds(db.prisma, accountId, ids), await readGivenNumbers(db, accountId, ids)];
    for (const { number, input, status, workStatusCode } of batch) {
      const one = stored.get(number);
      if (!one) {
        planned.set(number, "created");
        continue;
      }
      const isHeld = holds.has(one.id);
      const hasChanged = compareContent(contentOfDetail(one), keepGivenNumbers(contentOfInput(input), one, given.get(one.id))).length > 0;
      const workStatus = workStatuses.find(({ code }) => code === workStatusCode) ?? null;
      const changesHead = planHeadChanges(one, { status, workStatus, hasChanged, isHeld, now: new Date() }).length > 0;
      planned.set(number, hasChanged && isHeld ? "exported" : hasChanged || changesHead ? "updated" : "unchanged");
    }
  }
  return planned;
}

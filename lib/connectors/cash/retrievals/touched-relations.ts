import type { KnownRecords, RecordStanding } from "@/lib/connectors/connector";
import { withoutPadding } from "../records/text";
import type { Customers } from "./customers";

const batchSize = 1000;

/**
 * Relations whose place among the customers (R2220) is not what this side made of it. "Changed in the last n days" does not
 * show them, since the relation itself did not change. Out: their external ids; at most one more than `limit`, as the whole table is read then.
 * @param blockedBefore numbers of the customers blocked at the last pass; null when that is not known
 */
export async function findTouchedRelations(
  customers: Customers,
  known: KnownRecords,
  blockedBefore: ReadonlySet<string> | null,
  limit: number,
): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  const active = new Set<string>();
  for await (const externalIds of known.activeIds("relations")) {
    for (const externalId of externalIds) {
      active.add(withoutPadding(externalId));
      if (customers.standingOf(externalId) !== "open") touched.add(externalId);
    }
    if (touched.size > limit) return touched;
  }
  const others = [...customers.open()].filter((externalId) => !active.has(withoutPadding(externalId)));
  for (let start = 0; start < others.length; start += batchSize) {
    const externalIds = others.slice(start, start + batchSize);
    const standings = await known.standing("relations", externalIds);
    for (const externalId of externalIds) {
      if (hasOpened(standings.get(externalId), blockedBefore?.has(withoutPadding(externalId)) ?? true)) touched.add(externalId);
    }
    if (touched.size > limit) return touched;
  }
  return touched;
}

/** Whether a customer who is open now may have been left out for not being one. */
function hasOpened(standing: RecordStanding | undefined, wasBlocked: boolean): boolean {
  if (standing === undefined) return true;
  if (standing.state === "active") return false;
  // A complete reading finds the relation when it is there again; until then every pass would ask for it in vain.
  if (standing.reason === "withoutRelation") return false;
  // Blocked as a relation or as a customer, the reason does not say: only what was blocked as a customer can have opened here.
  if (standing.reason === "blocked") return wasBlocked;
  return standing.state === "inactive" || standing.reason === "notCustomer";
}

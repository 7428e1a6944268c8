import { connectors } from "@/lib/connectors/registry";
import type { Database } from "@/lib/db";
import { countByWorkStatus, listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";
import { usesOfWorkStatuses } from "@/lib/work-statuses/uses";

/** What a work status is for: keys below `workStatuses.use` in the message files, with the vendor's name. */
type WorkStatusPoint = { use: "hold" | "send" | "error" | "statusAfter"; vendor: string };

export type WorkStatusRow = { id: string; code: number; name: string; points: WorkStatusPoint[]; workOrders: number; isRemovable: boolean };

/** The account's work statuses with what they are for and how many work orders carry them. */
export async function describeWorkStatuses(db: Database, accountId: string): Promise<WorkStatusRow[]> {
  const [list, counts, uses] = await Promise.all([listWorkStatuses(db, accountId), countByWorkStatus(db, accountId), usesOfWorkStatuses(db, accountId)]);
  const triggers = new Map([...uses].flatMap(([id, points]) => points.filter(({ use }) => use === "trigger").map(({ vendor }) => [vendor, id] as const)));
  return list.map(({ id, code, name, vendor, purpose }) => {
    const workOrders = counts.get(id) ?? 0;
    const named = (uses.get(id) ?? []).map(({ vendor: user, use }) => ({ use: use === "trigger" ? ("send" as const) : use, vendor: nameOf(user) }));
    // The standard trigger of a vendor sends nothing while its settings name another one.
    const isReplaced = purpose === "send" && vendor !== null && triggers.has(vendor);
    const own = purpose === null || isReplaced ? [] : [{ use: purpose, vendor: nameOf(vendor ?? "") }];
    return { id, code, name, points: [...own, ...named], workOrders, isRemovable: purpose === null && workOrders === 0 && !uses.has(id) };
  });
}

function nameOf(vendor: string): string {
  return connectors.find(({ manifest }) => manifest.id === vendor)?.manifest.name ?? vendor;
}

import type { WorkOrderParty } from "@/lib/work-orders/work-order-detail";

/** What can be picked by typing. Addresses are those of one relation. */
export const pickKinds = ["relations", "addresses", "materials", "hourTypes", "employees", "warehouses"] as const;
export type PickKind = (typeof pickKinds)[number];

/** One of the imported records, with what it fills in. `detail` tells it from others of its name. */
export type Pick = { id: string; code: string; name: string; detail: string | null };
export type RelationPick = Pick & { party: WorkOrderParty };
export type MaterialPick = Pick & { unit: string | null; price: string | null };
type HourTypePick = Pick & { isBillable: boolean };

export type PickOf = { relations: RelationPick; addresses: Pick; materials: MaterialPick; hourTypes: HourTypePick; employees: Pick; warehouses: Pick };

export type PickPage<Kind extends PickKind> = {
  picks: PickOf[Kind][];
  /** For the next page; null where this is the last. */
  after: string | null;
};

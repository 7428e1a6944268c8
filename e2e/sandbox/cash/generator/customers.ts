import type { CashFields } from "../data/record";
import type { GeneratedTable } from "../data/table";
import { mixSeed, Random } from "../../core/generator/random";
import { relationKindAt } from "./relation-kinds";
import { relationNumberAt, relationPlacesOf } from "./relations";

function makeCustomer(seed: number, index: number): readonly CashFields[] {
  const kind = relationKindAt(index);
  if (kind === "prospect" || kind === "duplicateNumber") return [];
  const random = new Random(mixSeed(seed, index, 2220));
  return [
    {
      "0101": relationNumberAt(index),
      ...(random.chance(0.2) ? { "2200": random.pick(["A", "B", "VAST"]) } : {}),
      ...(kind === "blockedCustomer" ? { "2226": "J" } : random.chance(0.5) ? { "2226": "N" } : {}),
      "2422": random.pick(["01", "01", "01", "02"]),
    },
  ];
}

/** R2220: a customer for every relation but the prospects. */
export function customersTable(seed: number, relations: number, changedAt: (slot: number) => number): GeneratedTable {
  return {
    slots: relations,
    recordsAt: (slot) => makeCustomer(seed, slot),
    slotsOf: (number) => relationPlacesOf(number, relations),
    changedAt,
  };
}

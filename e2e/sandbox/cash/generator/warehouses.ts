import type { CashFields } from "../data/record";
import type { GeneratedTable } from "../data/table";

const warehouseRows: readonly (readonly [code: string, name: string])[] = [
  ["HOOFD", "Hoofdmagazijn"],
  ["BUS1", "Servicebus 1"],
  ["BUS2", "Servicebus 2"],
  ["BUS3", "Servicebus 3 & aanhanger"],
  ["RETOUR", "Retouren en garantie"],
  ["EXTERN", "Opslag Kanaaldijk"],
  ["OUD", "Oud magazijn Café-zijde"],
  ["CONS", "Consignatie"],
];

/** The one that is blocked. */
export const blockedWarehouse = "OUD";

function makeWarehouse(index: number): CashFields {
  const [code, name] = warehouseRows[index] ?? [`MAG${String(index + 1).padStart(3, "0")}`, `Magazijn ${index + 1}`];
  return { "2209": code, "2001": name, ...(code === blockedWarehouse ? { "2280": "J" } : {}) };
}

/** R2209: a handful of warehouses, service vans among them. */
export function warehousesTable(count: number, changedAt: (slot: number) => number): GeneratedTable {
  const places = new Map(Array.from({ length: count }, (_, slot) => [makeWarehouse(slot)["2209"] ?? "", slot]));
  return {
    slots: count,
    recordsAt: (slot) => [makeWarehouse(slot)],
    slotsOf: (code) => {
      const slot = places.get(code);
      return slot === undefined ? [] : [slot];
    },
    changedAt,
  };
}

import type { ImportKind, RecordKind } from "@/lib/connectors/record-kinds";

/** What stands on the list of a kind: delivery addresses with the relations they belong to. */
export const listedKinds: Readonly<Record<ImportKind, readonly RecordKind[]>> = {
  relations: ["relations", "deliveryAddresses"],
  contacts: ["contacts"],
  categories: ["categories"],
  materials: ["materials"],
  hourTypes: ["hourTypes"],
  warehouses: ["warehouses"],
  employees: ["employees"],
};

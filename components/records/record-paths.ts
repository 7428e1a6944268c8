import type { ImportKind } from "@/lib/connectors/records";

/** The pages of each kind. */
export const recordPaths = {
  relations: "/relations",
  contacts: "/contacts",
  categories: "/categories",
  materials: "/materials",
  hourTypes: "/hour-types",
  warehouses: "/warehouses",
  employees: "/employees",
} as const satisfies Record<ImportKind, string>;

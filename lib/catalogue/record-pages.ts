import type { Route } from "next";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { route } from "@/lib/routes/route";

/** Where the records of a kind are listed; delivery addresses stand with their relations. */
const lists = {
  relations: "/relations",
  deliveryAddresses: "/relations",
  contacts: "/contacts",
  categories: "/categories",
  materials: "/materials",
  hourTypes: "/hour-types",
  warehouses: "/warehouses",
  employees: "/employees",
} as const satisfies Record<RecordKind, Route>;

export function listPage(kind: RecordKind) {
  return lists[kind];
}

export function recordPage(kind: RecordKind, id: string): Route {
  return route(`${lists[kind]}/${id}`);
}

/** The list "Not imported" of a kind, looking for one record if its number is given. */
export function notImportedPage(kind: RecordKind, key?: string): Route {
  return key === undefined ? `${lists[kind]}?tab=not-imported` : `${lists[kind]}?tab=not-imported&search=${encodeURIComponent(key)}`;
}

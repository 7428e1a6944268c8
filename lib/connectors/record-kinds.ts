/** Everything a vendor can bring in. */
export const recordKinds = ["relations", "deliveryAddresses", "contacts", "categories", "materials", "hourTypes", "warehouses", "employees"] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What has a switch and a Sync button of its own; delivery addresses come along with the relations. */
export const importKinds = ["relations", "contacts", "categories", "materials", "hourTypes", "warehouses", "employees"] as const satisfies readonly RecordKind[];
export type ImportKind = (typeof importKinds)[number];

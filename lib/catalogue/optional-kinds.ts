import type { ImportKind } from "@/lib/connectors/records";

/** Records that not every vendor has: their pages stand in the menu where there can be any. */
export const optionalKinds = ["contacts", "categories"] as const satisfies readonly ImportKind[];
export type OptionalKind = (typeof optionalKinds)[number];

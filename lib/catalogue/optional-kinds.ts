import { recordKinds, type ImportKind, type RecordKind } from "@/lib/connectors/record-kinds";

/** Records that not every vendor has: their pages stand in the menu where there can be any. */
export const optionalKinds = ["contacts", "categories"] as const satisfies readonly ImportKind[];
export type OptionalKind = (typeof optionalKinds)[number];

/** All kinds of record of an account that has these of the optional ones. */
export function kindsWith(present: readonly OptionalKind[]): RecordKind[] {
  return recordKinds.filter((kind) => !optionalKinds.some((one) => one === kind && !present.includes(one)));
}

import { assertNever } from "@/lib/assert";
import type { Conditions } from "@/lib/paging/read-page";

/** The filter of every list of records. */
export const recordStates = ["active", "inactive", "all"] as const;
export type RecordState = (typeof recordStates)[number];

/** What stands in the address; without it, the records in use: those people look for. */
export function readRecordState(text: string): RecordState {
  return recordStates.find((state) => state === text) ?? "active";
}

export function addStateCondition(conditions: Conditions, state: RecordState): void {
  switch (state) {
    case "active":
      conditions.add("active");
      return;
    case "inactive":
      conditions.add("NOT active");
      return;
    case "all":
      return;
    default:
      assertNever(state);
  }
}

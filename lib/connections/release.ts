import type { ExportSettings } from "@/lib/connectors/connector";

export type Release = "none" | "switchedOn" | "widened";

/**
 * Whether work orders that were held back may go out because of a change of the options: they are switched on, take another
 * work status, or reach further back.
 */
export function releaseOf(before: ExportSettings, after: ExportSettings): Release {
  if (after["isOn"] !== true) return "none";
  if (before["isOn"] !== true) return "switchedOn";
  const hasOtherTrigger = before["trigger"] !== after["trigger"];
  return hasOtherTrigger || reachesFurtherBack(before["startDate"], after["startDate"]) ? "widened" : "none";
}

/** Days are YYYY-MM-DD; none at all reaches back to the beginning. */
function reachesFurtherBack(before: ExportSettings[string] | undefined, after: ExportSettings[string] | undefined): boolean {
  if (typeof before !== "string") return false;
  return typeof after !== "string" || after < before;
}

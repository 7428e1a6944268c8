import type { ClientBase } from "pg";
import { importKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";
import { asksBeforeDeactivating } from "@/lib/sync/deactivation-guard";
import { countLeaving, deactivateLeaving, deactivateOtherAdministrations, mayAnyLeave, type LeavingScope } from "@/lib/sync/leaving-records";

/**
 * What the end of a pass means for one kind of record:
 * - `done`: so many were deactivated
 * - `stopped`: too many would go; nothing was deactivated, a person is asked
 * - `emptied`: nothing was read where there are active records; nothing was deactivated
 */
export type KindConclusion =
  | { state: "done"; deactivated: number }
  | { state: "stopped"; wouldGo: number; of: number }
  | { state: "emptied"; wouldGo: number; of: number };

export type PassEnd = {
  isComplete: boolean;
  read: number;
  hasOtherAdministrations: boolean;
  relationsStay: boolean;
  /** How many its pages have deactivated already. */
  deactivated: number;
};

/** Deactivates what has gone or no longer meets the rules, unless that would be too much. */
export async function concludeKind(client: ClientBase, run: ActiveRun, kind: RecordKind, end: PassEnd): Promise<KindConclusion> {
  const scope: LeavingScope = { client, run, kind, isComplete: end.isComplete, relationsStay: end.relationsStay };
  if (!(await mayAnyLeave(scope))) return { state: "done", deactivated: 0 };
  const leaving = await countLeaving(scope);
  if (!run.confirmedKinds.includes(kind)) {
    const isImport = importKinds.some((one) => one === kind);
    if (isImport && end.isComplete && end.read === 0 && leaving.of > 0) return { state: "emptied", ...leaving };
    if (leaving.wouldGo > 0 && asksBeforeDeactivating({ wouldGo: leaving.wouldGo + end.deactivated, of: leaving.of + end.deactivated })) return { state: "stopped", ...leaving };
  }
  let deactivated = leaving.wouldGo > 0 ? await deactivateLeaving(scope) : 0;
  if (end.isComplete && end.hasOtherAdministrations) deactivated += await deactivateOtherAdministrations(client, run, kind);
  return { state: "done", deactivated };
}

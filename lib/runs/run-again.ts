import { importKinds } from "@/lib/connectors/record-kinds";
import { findRunScope } from "@/lib/runs/find-run-scope";
import { isOfSingleChanges } from "@/lib/runs/single-changes";
import type { SyncEngine } from "@/lib/sync/engine";
import { requestRun } from "@/lib/sync/request-run";

/**
 * Asks for the imports of a run again, in the same way: a manual one overwrites local edits again, an automatic one
 * reads what changed, and so does one after single changes.
 * @throws AppError run_not_found, and what {@link requestRun} throws
 */
export async function runAgain({ db, findConnector }: SyncEngine, { accountId, runId, requestedBy }: { accountId: string; runId: string; requestedBy: string }) {
  const { connectionId, vendor, trigger, kinds } = await findRunScope(db, { accountId, runId });
  const imports = importKinds.filter((kind) => kinds.includes(kind));
  const next = await requestRun(db, { accountId, connectionId, trigger: isOfSingleChanges(trigger) ? "automatic" : trigger, kinds: imports, requestedBy }, findConnector);
  return { runId: next.runId, connectionId, vendor };
}

import type { Advance } from "@/lib/sync/advance-import";
import type { SyncEngine } from "@/lib/sync/engine";
import type { StepRequest } from "@/lib/sync/enter-step";
import { finishRun } from "@/lib/sync/finish-run";
import type { Interruption } from "@/lib/sync/interruption";

/**
 * Ends a step that must not go on. A cancelled run is closed right here: the job engine may have dropped the function
 * that would have done so. A lost one is somebody else's now.
 */
export async function settleInterruption(engine: SyncEngine, { runId, fence }: StepRequest, { reason }: Interruption): Promise<Advance> {
  if (reason === "cancelled") await finishRun(engine, { runId, fence, outcome: "cancelled" });
  return { state: "over" };
}

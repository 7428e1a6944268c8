import type { SyncTrigger } from "@/lib/generated/prisma/enums";
import { claimRun } from "@/lib/sync/claim-run";
import type { SyncEngine } from "@/lib/sync/engine";
import { work } from "@/lib/sync/fixtures/test-engine";
import { requestRun } from "@/lib/sync/request-run";
import type { ConnectedAccount } from "./connect-demo-account";
import { eventually } from "./eventually";

/**
 * Does a whole sync in this process, and takes the first failure of a step for the last, as after all the job's tries:
 * a spec need not wait for their pauses. Gives the run.
 */
export async function syncAtOnce(engine: SyncEngine, { accountId, connectionId }: ConnectedAccount, trigger: SyncTrigger = "manual"): Promise<string> {
  return eventually(
    "a run can be had before the schedule takes it",
    async () => {
      const { runId } = await requestRun(engine.db, { accountId, connectionId, trigger, requestedBy: "Marit de Vries" }, engine.findConnector);
      const claim = await claimRun(engine, connectionId, "spec");
      if (claim?.runId !== runId) return null;
      await work(engine, claim);
      return runId;
    },
    120_000,
  );
}

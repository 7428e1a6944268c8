import { RetryAfterError } from "inngest";
import { inngest } from "@/inngest/client";
import { syncCancelled, syncRequested } from "@/inngest/events";
import { noteIssues } from "@/lib/issues/settle-issues";
import { advanceImport } from "@/lib/sync/advance-import";
import { claimRun } from "@/lib/sync/claim-run";
import { syncEngine } from "@/lib/sync/engine";
import { failRunOf } from "@/lib/sync/fail-run";
import { finishRun } from "@/lib/sync/finish-run";

const RETRIES = 3;

/** Works on the sync that waits for a connection: claim, one step per table or page, finish. Every step may be repeated. */
export const runSync = inngest.createFunction(
  {
    id: "run-sync",
    triggers: [syncRequested],
    concurrency: { key: "event.data.connectionId", limit: 1 },
    cancelOn: [{ event: syncCancelled, if: "async.data.connectionId == event.data.connectionId" }],
    retries: RETRIES,
    onFailure: async ({ event, step }) => {
      await step.run("fail", () => failRunOf(syncEngine(), event.data.run_id));
    },
  },
  async ({ event, step, runId: worker, attempt }) => {
    const { connectionId } = event.data;
    const claim = await step.run("claim", () => claimRun(syncEngine(), connectionId, worker));
    if (!claim) return;
    const { runId, fence } = claim;

    let isOver = false;
    for (const retrieval of claim.retrievals) {
      for (let page = 1, isMore = true; isMore && !isOver; page += 1) {
        const state = await step.run(`import ${retrieval} ${page}`, async () => {
          const advance = await advanceImport(syncEngine(), { runId, fence, retrieval, attempt, isLastTry: attempt >= RETRIES });
          if (advance.state === "retry") throw new RetryAfterError(advance.code, advance.after);
          return advance.state;
        });
        isMore = state === "more";
        isOver = state === "over";
      }
    }
    const { isAnotherWaiting } = await step.run("finish", async () => {
      const end = await finishRun(syncEngine(), { runId, fence });
      await noteIssues(syncEngine(), connectionId);
      return end;
    });
    if (isAnotherWaiting) await step.sendEvent("announce the next", syncRequested.create({ connectionId }));
  },
);

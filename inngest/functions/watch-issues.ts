import { cron, type Inngest } from "inngest";
import { inngest } from "@/inngest/client";
import { watchIssues } from "@/lib/issues/watch-issues";
import { syncEngine, type SyncEngine } from "@/lib/sync/engine";

type Trigger = ReturnType<typeof cron> | { event: string };

/** Looks at every connection: what begins or ends without a sync or an export, a licence for example, is found here. */
export function makeWatchIssues(client: Inngest, findEngine: () => SyncEngine, trigger: Trigger) {
  return client.createFunction({ id: "watch-issues", triggers: [trigger], concurrency: { limit: 1 }, retries: 0 }, async ({ step }) => {
    let after: string | null = null;
    for (let batch = 1; ; batch += 1) {
      const from: string | null = after;
      after = await step.run(`batch ${batch}`, () => watchIssues(findEngine(), from));
      if (after === null) return;
    }
  });
}

/** Every minute. */
export const watchIssuesEveryMinute = makeWatchIssues(inngest, syncEngine, cron("* * * * *"));

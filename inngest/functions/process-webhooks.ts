import type { Inngest } from "inngest";
import { inngest } from "@/inngest/client";
import { webhookReceived } from "@/inngest/events";
import { noteIssues } from "@/lib/issues/settle-issues";
import { syncEngine, type SyncEngine } from "@/lib/sync/engine";
import { processDeliveries } from "@/lib/webhooks/process-deliveries";

/** After so many steps another run goes on, so that none grows without end. */
const MOST_STEPS = 40;
/** What waits longer than this is found by the schedule. */
const LONGEST_WAIT = 60_000;
const SHORTEST_WAIT = 100;

/** Fetches what a connection's vendor has told of, until nothing is left that can be fetched now. Every step may be repeated, and two runs at once do no harm. */
export function makeProcessWebhooks(client: Inngest, findEngine: () => SyncEngine) {
  return client.createFunction(
    { id: "process-webhooks", triggers: [webhookReceived], concurrency: { key: "event.data.connectionId", limit: 1 }, retries: 3 },
    async ({ event, step }) => {
      const { connectionId } = event.data;
      for (let count = 1; count <= MOST_STEPS; count += 1) {
        const wait = await step.run(`process ${count}`, async () => {
          const engine = findEngine();
          const processing = await processDeliveries(engine, connectionId);
          if (processing.state === "worked") return 0;
          await noteIssues(engine, connectionId);
          return processing.until ? Math.max(SHORTEST_WAIT, processing.until.getTime() - engine.timing.now().getTime()) : null;
        });
        if (wait === null || wait > LONGEST_WAIT) return;
        if (wait > 0) await step.sleep(`wait ${count}`, wait);
      }
      await step.sendEvent("go on", webhookReceived.create({ connectionId }));
    },
  );
}

export const processWebhooks = makeProcessWebhooks(inngest, syncEngine);

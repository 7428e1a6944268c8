import type { Inngest } from "inngest";
import { inngest } from "@/inngest/client";
import { exportRequested } from "@/inngest/events";
import { exportEngine, type ExportEngine } from "@/lib/export/engine";
import { exportBatch } from "@/lib/export/export-batch";
import { noteIssues } from "@/lib/issues/settle-issues";

/** After so many steps another run goes on, so that none grows without end. */
const MOST_STEPS = 40;
/** What waits longer than this is found by the schedule. */
const LONGEST_WAIT = 60_000;

/**
 * Sends what waits in a connection, one work order after the other. Every step may be repeated, and two runs at once do no harm.
 * @param findEngine what a connection's exports stand on
 * @param longestWait milliseconds
 */
export function makeRunExports(client: Inngest, findEngine: (connectionId: string) => ExportEngine, longestWait: number) {
  return client.createFunction(
    { id: "run-exports", triggers: [exportRequested], concurrency: { key: "event.data.connectionId", limit: 1 }, retries: 3 },
    async ({ event, step, runId: worker }) => {
      const { connectionId } = event.data;
      for (let count = 1; count <= MOST_STEPS; count += 1) {
        const wait = await step.run(`export ${count}`, async () => {
          const engine = findEngine(connectionId);
          const advance = await exportBatch(engine, { connectionId, worker });
          // What was refused is for a person at once, however many are still to go.
          await noteIssues(engine, connectionId);
          if (advance.state === "worked") return 0;
          return advance.state === "waits" && advance.until ? Math.max(1_000, advance.until.getTime() - engine.timing.now().getTime()) : null;
        });
        if (wait === null || wait > longestWait) return;
        if (wait > 0) await step.sleep(`wait ${count}`, wait);
      }
      await step.sendEvent("go on", exportRequested.create({ connectionId }));
    },
  );
}

export const runExports = makeRunExports(inngest, exportEngine, LONGEST_WAIT);

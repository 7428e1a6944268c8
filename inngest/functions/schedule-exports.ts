import { cron, type Inngest } from "inngest";
import { inngest } from "@/inngest/client";
import { exportRequested } from "@/inngest/events";
import { exportEngine, type ExportEngine } from "@/lib/export/engine";
import { findWaitingExports, requestDueExports } from "@/lib/export/schedule-exports";

type Trigger = ReturnType<typeof cron> | { event: string };

/** Makes due what the automatic exports take, and finds exports that can go on and that nobody works on. */
export function makeScheduleExports(client: Inngest, findEngine: () => ExportEngine, trigger: Trigger) {
  return client.createFunction({ id: "schedule-exports", triggers: [trigger], retries: 0 }, async ({ step }) => {
    const due = await step.run("request due exports", () => requestDueExports(findEngine()));
    const waiting = await step.run("find waiting exports", () => findWaitingExports(findEngine()));
    const connectionIds = [...new Set([...due, ...waiting])];
    if (connectionIds.length > 0) await step.sendEvent("announce", connectionIds.map((connectionId) => exportRequested.create({ connectionId })));
  });
}

/** Every minute. */
export const scheduleExports = makeScheduleExports(inngest, exportEngine, cron("* * * * *"));

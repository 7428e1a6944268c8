import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { exportRequested } from "@/inngest/events";
import { exportEngine } from "@/lib/export/engine";
import { findWaitingExports, requestDueExports } from "@/lib/export/schedule-exports";

/** Every minute: makes due what the automatic exports take, and finds exports that can go on and that nobody works on. */
export const scheduleExports = inngest.createFunction({ id: "schedule-exports", triggers: [cron("* * * * *")], retries: 0 }, async ({ step }) => {
  const due = await step.run("request due exports", () => requestDueExports(exportEngine()));
  const waiting = await step.run("find waiting exports", () => findWaitingExports(exportEngine()));
  const connectionIds = [...new Set([...due, ...waiting])];
  if (connectionIds.length > 0) await step.sendEvent("announce", connectionIds.map((connectionId) => exportRequested.create({ connectionId })));
});

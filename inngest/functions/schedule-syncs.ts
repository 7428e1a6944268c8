import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { syncRequested } from "@/inngest/events";
import { syncEngine } from "@/lib/sync/engine";
import { findUnattendedConnections } from "@/lib/sync/find-unattended";
import { requestDueSyncs } from "@/lib/sync/request-due";

/** Every minute: asks for the automatic syncs that are due, and finds runs that nobody works on. */
export const scheduleSyncs = inngest.createFunction({ id: "schedule-syncs", triggers: [cron("* * * * *")], retries: 0 }, async ({ step }) => {
  await step.run("request due syncs", () => requestDueSyncs(syncEngine()));
  const unattended = await step.run("find unattended runs", () => findUnattendedConnections(syncEngine()));
  if (unattended.length > 0) await step.sendEvent("announce", unattended.map((connectionId) => syncRequested.create({ connectionId })));
});

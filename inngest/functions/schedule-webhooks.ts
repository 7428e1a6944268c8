import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { webhookReceived, webhookUnsettled } from "@/inngest/events";
import { syncEngine } from "@/lib/sync/engine";
import { findDueRegistrations, findWaitingDeliveries } from "@/lib/webhooks/find-webhook-work";

/** Every minute: finds webhooks that are to be registered, looked at or removed, and deliveries that wait and that nobody works on. */
export const scheduleWebhooks = inngest.createFunction({ id: "schedule-webhooks", triggers: [cron("* * * * *")], retries: 0 }, async ({ step }) => {
  const unsettled = await step.run("find due registrations", () => findDueRegistrations(syncEngine()));
  const waiting = await step.run("find waiting deliveries", () => findWaitingDeliveries(syncEngine()));
  const events = [...unsettled.map((connectionId) => webhookUnsettled.create({ connectionId })), ...waiting.map((connectionId) => webhookReceived.create({ connectionId }))];
  if (events.length > 0) await step.sendEvent("announce", events);
});

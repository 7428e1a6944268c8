import type { Inngest } from "inngest";
import { inngest } from "@/inngest/client";
import { webhookUnsettled } from "@/inngest/events";
import { noteIssues } from "@/lib/issues/settle-issues";
import { webhookEngine, type WebhookEngine } from "@/lib/webhooks/engine";
import { settleRegistration } from "@/lib/webhooks/settle-registration";

/** Registers a connection's webhook at its vendor, looks after it, or removes it. What fails for the moment is found again by the schedule. */
export function makeSettleWebhook(client: Inngest, findEngine: () => WebhookEngine) {
  return client.createFunction({ id: "settle-webhook", triggers: [webhookUnsettled], concurrency: { key: "event.data.connectionId", limit: 1 }, retries: 1 }, async ({ event, step }) => {
    await step.run("settle", async () => {
      await settleRegistration(findEngine(), event.data.connectionId);
      await noteIssues(findEngine(), event.data.connectionId);
    });
  });
}

export const settleWebhook = makeSettleWebhook(inngest, webhookEngine);

import { inngest } from "@/inngest/client";
import { webhookReceived, webhookUnsettled } from "@/inngest/events";
import { logger } from "@/lib/logger";

/** Tells the job engine that a vendor has told of something. A failure is logged and harmless: the schedule finds it within a minute. */
export async function announceDelivery(connectionId: string): Promise<void> {
  await inngest.send(webhookReceived.create({ connectionId })).catch((error: unknown) => {
    logger.warn({ error, connectionId }, "The job engine could not be told of a delivery; the schedule will find it");
  });
}

/** Tells the job engine that a webhook is to be registered or removed. A failure is harmless: the schedule finds it within a minute. */
export async function announceWebhook(connectionId: string): Promise<void> {
  await inngest.send(webhookUnsettled.create({ connectionId })).catch((error: unknown) => {
    logger.warn({ error, connectionId }, "The job engine could not be told of a webhook; the schedule will find it");
  });
}

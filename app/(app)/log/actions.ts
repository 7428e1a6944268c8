"use server";

import { z } from "zod";
import { announceDelivery } from "@/inngest/request-webhook";
import { plannerAction } from "@/lib/actions/action-client";
import { database } from "@/lib/db";
import { processAgain } from "@/lib/webhooks/process-again";

/** Has what a vendor told of fetched and written once more. */
export const processAgainAction = plannerAction
  .metadata({ action: "webhook.processed-again" })
  .inputSchema(z.object({ entryId: z.uuid() }))
  .action(async ({ parsedInput: { entryId }, ctx: { session, audit } }) => {
    const { connectionId, vendor, event } = await processAgain(database(), { accountId: session.accountId, entryId });
    await audit(`${vendor} ${event}`);
    await announceDelivery(connectionId);
    return { done: true as const };
  });

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { administratorAction } from "@/lib/actions/action-client";
import { findConnector } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { noteIssuesOf } from "@/lib/issues/settle-issues";
import { cancelLicence, orderLicence, startTrial } from "@/lib/licences/change-licence";
import { syncEngine } from "@/lib/sync/engine";

const input = z.object({ vendor: z.string().max(50) });

/** @throws AppError record_not_found for a vendor there is not */
function manifestOf(vendor: string) {
  const connector = findConnector(vendor);
  if (!connector) throw new AppError("record_not_found", { kind: "config" });
  return connector.manifest;
}

/** Without a licence nothing runs, and with one it does again. */
async function settle({ accountId }: { accountId: string }, vendor: string): Promise<void> {
  await noteIssuesOf(syncEngine(), { accountId, vendor });
  revalidatePath("/", "layout");
}

export const orderLicenceAction = administratorAction
  .metadata({ action: "licence.ordered" })
  .inputSchema(input)
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { id } = manifestOf(parsedInput.vendor);
    const result = await orderLicence(database(), { session, vendor: id, now: new Date() });
    await settle(session, id);
    return result;
  });

export const startTrialAction = administratorAction
  .metadata({ action: "licence.trial-started" })
  .inputSchema(input)
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { id, trialDays } = manifestOf(parsedInput.vendor);
    const result = await startTrial(database(), { session, vendor: id, trialDays, now: new Date() });
    await settle(session, id);
    return result;
  });

export const cancelLicenceAction = administratorAction
  .metadata({ action: "licence.cancelled" })
  .inputSchema(input)
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { id } = manifestOf(parsedInput.vendor);
    const result = await cancelLicence(database(), { session, vendor: id, now: new Date() });
    await settle(session, id);
    return result;
  });

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { administratorAction } from "@/lib/actions/action-client";
import { database } from "@/lib/db";
import { addWorkStatus } from "@/lib/work-statuses/add-work-status";
import { moveWorkStatus } from "@/lib/work-statuses/move-work-status";
import { removeWorkStatus } from "@/lib/work-statuses/remove-work-status";
import { renameWorkStatus } from "@/lib/work-statuses/rename-work-status";
import { workStatusInput, workStatusName } from "@/lib/work-statuses/work-status-input";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

const target = z.object({ id: z.uuid() });
const refresh = () => revalidatePath("/settings/work-statuses");

export const addWorkStatusAction = administratorAction
  .metadata({ action: "work-status.added" })
  .inputSchema(workStatusInput)
  .action(async ({ parsedInput, ctx: { session, audit } }) => {
    const status = writeWorkStatus(await addWorkStatus(database(), { accountId: session.accountId, ...parsedInput }));
    await audit(status);
    refresh();
    return { status };
  });

export const renameWorkStatusAction = administratorAction
  .metadata({ action: "work-status.renamed" })
  .inputSchema(target.extend({ name: workStatusName }))
  .action(async ({ parsedInput: { id, name }, ctx: { session, audit } }) => {
    const { code, before } = await renameWorkStatus(database(), { accountId: session.accountId, id, name });
    const status = writeWorkStatus({ code, name });
    if (before !== name) await audit(status, { name: { before, after: name } });
    refresh();
    return { status };
  });

export const moveWorkStatusAction = administratorAction
  .metadata({ action: "work-status.moved" })
  .inputSchema(target.extend({ by: z.union([z.literal(-1), z.literal(1)]) }))
  .action(async ({ parsedInput: { id, by }, ctx: { session, audit } }) => {
    const { hasMoved, ...moved } = await moveWorkStatus(database(), { accountId: session.accountId, id, by });
    if (hasMoved) await audit(writeWorkStatus(moved));
    refresh();
    return { hasMoved };
  });

export const removeWorkStatusAction = administratorAction
  .metadata({ action: "work-status.removed" })
  .inputSchema(target)
  .action(async ({ parsedInput: { id }, ctx: { session, audit } }) => {
    const status = writeWorkStatus(await removeWorkStatus(database(), { accountId: session.accountId, id }));
    await audit(status);
    refresh();
    return { status };
  });

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { plannerAction } from "@/lib/actions/action-client";
import { database } from "@/lib/db";
import { muteIssue, unmuteIssue } from "@/lib/issues/mute-issue";
import { muteLengths } from "@/lib/issues/mute-lengths";

const target = z.object({ issueId: z.uuid() });

/** Keeps an issue from being counted and told of for a while. */
export const muteIssueAction = plannerAction
  .metadata({ action: "issue.muted" })
  .inputSchema(target.extend({ length: z.enum(muteLengths) }))
  .action(async ({ parsedInput, ctx: { session, audit } }) => {
    await muteIssue(database(), { accountId: session.accountId, actor: session.name, now: new Date(), ...parsedInput });
    await audit(parsedInput.issueId, { length: parsedInput.length });
    revalidatePath("/issues", "layout");
    return { done: true as const };
  });

/** Has it counted again. */
export const unmuteIssueAction = plannerAction
  .metadata({ action: "issue.unmuted" })
  .inputSchema(target)
  .action(async ({ parsedInput, ctx: { session, audit } }) => {
    await unmuteIssue(database(), { accountId: session.accountId, actor: session.name, now: new Date(), ...parsedInput });
    await audit(parsedInput.issueId);
    revalidatePath("/issues", "layout");
    return { done: true as const };
  });

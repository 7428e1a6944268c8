"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { administratorAction } from "@/lib/actions/action-client";
import { locales } from "@/lib/i18n/locales";
import { noticeEngine } from "@/lib/notices/engine";
import { MINUTES_OF_A_DAY } from "@/lib/notices/quiet-hours";
import { addReceiver, changeReceiver, removeReceiver, renewSecret, switchReceiver } from "@/lib/notices/receivers";
import { testReceiver } from "@/lib/notices/test-receiver";
import { noticeTopics } from "@/lib/notices/topics";

const page = "/settings/notices";

const minute = z.number().int().min(0).max(MINUTES_OF_A_DAY - 1);
const settings = z.object({
  address: z.string().max(2_000),
  locale: z.enum(locales),
  topics: z.array(z.enum(noticeTopics)).max(noticeTopics.length),
  quiet: z.object({ from: minute, to: minute }).nullable(),
});
const target = z.object({ id: z.uuid() });

/** Adds a receiver. Out: of a webhook the secret it is signed with, which is shown once; or why it is not taken. */
export const addReceiverAction = administratorAction
  .metadata({ action: "notice-receiver.added" })
  .inputSchema(settings.extend({ channel: z.enum(["email", "webhook"]) }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    const answer = await addReceiver(noticeEngine(), { actor: session, receiver: parsedInput });
    revalidatePath(page);
    return answer.outcome === "added" ? { outcome: answer.outcome, secret: answer.secret } : answer;
  });

export const changeReceiverAction = administratorAction
  .metadata({ action: "notice-receiver.changed" })
  .inputSchema(settings.extend(target.shape))
  .action(async ({ parsedInput: { id, ...changed }, ctx: { session } }) => {
    const answer = await changeReceiver(noticeEngine(), { actor: session, id, settings: changed });
    revalidatePath(page);
    return answer;
  });

export const switchReceiverAction = administratorAction
  .metadata({ action: "notice-receiver.switched-on" })
  .inputSchema(target.extend({ isOn: z.boolean() }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    await switchReceiver(noticeEngine(), { actor: session, ...parsedInput });
    revalidatePath(page);
    return { isOn: parsedInput.isOn };
  });

export const removeReceiverAction = administratorAction
  .metadata({ action: "notice-receiver.removed" })
  .inputSchema(target)
  .action(async ({ parsedInput, ctx: { session } }) => {
    await removeReceiver(noticeEngine(), { actor: session, ...parsedInput });
    revalidatePath(page);
    return { outcome: "removed" as const };
  });

/** Out: the new secret, which is shown once. */
export const renewSecretAction = administratorAction
  .metadata({ action: "notice-receiver.secret-renewed" })
  .inputSchema(target)
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { secret } = await renewSecret(noticeEngine(), { actor: session, ...parsedInput });
    revalidatePath(page);
    return { secret };
  });

/** Really sends a test. Out: what came of it. */
export const testReceiverAction = administratorAction
  .metadata({ action: "notice-receiver.tested" })
  .inputSchema(target)
  .action(({ parsedInput, ctx: { session } }) => testReceiver(noticeEngine(), { actor: session, ...parsedInput }));

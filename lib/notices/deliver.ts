import { logger } from "@/lib/logger";
import { undelivered, type Delivery } from "@/lib/notices/delivery";
import { sendEmail, type Email } from "@/lib/notices/email/send-email";
import { writeEmail, writeTestEmail } from "@/lib/notices/email/write-email";
import type { NoticeEngine } from "@/lib/notices/engine";
import type { Message, MessageReceiver } from "@/lib/notices/message";
import { postWebhook, type Webhook } from "@/lib/notices/webhook/post-webhook";
import { openSigningSecret } from "@/lib/notices/webhook/signing-secret";
import { writeTestWebhook, writeWebhook } from "@/lib/notices/webhook/write-webhook";

/** Tells a receiver a message. Out: what became of it; it does not throw. */
export function deliverMessage(engine: NoticeEngine, message: Message): Promise<Delivery> {
  const surroundings = { appUrl: engine.appUrl, vendorName: (vendor: string) => engine.findConnector(vendor)?.manifest.name ?? vendor };
  return deliver(engine, message.receiver, {
    email: () => writeEmail(message, surroundings),
    webhook: (secret) => message.issues.map((one) => writeWebhook(message, one, { ...surroundings, secret, now: engine.timing.now() })),
  });
}

/** Sends a receiver a test, the way it is told of issues. */
export function deliverTest(engine: NoticeEngine, id: string, receiver: MessageReceiver): Promise<Delivery> {
  const { appUrl } = engine;
  return deliver(engine, receiver, {
    email: () => writeTestEmail(id, receiver, { appUrl }),
    webhook: (secret) => [writeTestWebhook(id, receiver, { appUrl, secret, now: engine.timing.now() })],
  });
}

type Written = { email: () => Email; webhook: (secret: string) => readonly Webhook[] };

async function deliver(engine: NoticeEngine, receiver: MessageReceiver, written: Written): Promise<Delivery> {
  try {
    return await (receiver.channel === "email" ? byEmail(engine, written.email()) : byWebhook(engine, receiver, written));
  } catch (error) {
    logger.error({ err: error, receiverId: receiver.id, accountId: receiver.accountId }, "A notice could not be sent");
    return undelivered("unexpected");
  }
}

function byEmail({ mailServer, timing }: NoticeEngine, email: Email): Promise<Delivery> {
  return mailServer === null ? Promise.resolve(undelivered("notConfigured")) : sendEmail(mailServer, email, timing.noticeTimeout);
}

async function byWebhook({ keyRing, policy, resolve, timing }: NoticeEngine, receiver: MessageReceiver, { webhook }: Written): Promise<Delivery> {
  if (receiver.secret === null) throw new Error("A webhook has no secret");
  const secret = openSigningSecret(receiver.secret, receiver, keyRing);
  let delivery = undelivered("unexpected");
  for (const one of webhook(secret)) delivery = await postWebhook({ policy, resolve, signal: AbortSignal.timeout(timing.noticeTimeout) }, one);
  return delivery;
}

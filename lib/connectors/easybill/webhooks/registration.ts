import { z } from "zod";
import type { WebhookStanding } from "@/lib/connectors/webhooks";
import type { EasybillClient } from "../client";
import { EasybillRefusal } from "../failures";
import { readWholeList } from "../read-list";
import { readBerlinTime } from "./berlin-time";
import { wantedEvents } from "./events";
import { webhookSchema, type EasybillWebhook } from "./webhook-schema";

export type WantedWebhook = { url: string; secret: string; label: string };

/** Characters of what the receiver last answered. */
const keptAnswer = 500;

/**
 * One webhook with this label, at this address, active, with all events: the one that is there is mended, further ones are removed.
 * @throws AppError as every request
 */
export async function registerWebhook(client: EasybillClient, wanted: WantedWebhook): Promise<{ id: string }> {
  const [first, ...surplus] = await findOwn(client, wanted.label);
  for (const { id } of surplus) await deleteWebhook(client, String(id));
  if (first === undefined) return writeWebhook(client, wanted, { operation: "create webhook", method: "POST", path: "/webhooks" });
  if (isAsWanted(first, wanted)) return { id: String(first.id) };
  return writeWebhook(client, wanted, { operation: "update webhook", method: "PUT", path: `/webhooks/${first.id}` });
}

/** How the webhook with this id stands at EasyBill. One that lacks events counts as inactive: registering it again mends it. */
export async function inspectWebhook(client: EasybillClient, { id, url }: { id: string; url: string }): Promise<WebhookStanding> {
  const webhook = await orMissing(client.request({ operation: "get webhook", method: "GET", path: `/webhooks/${encodeURIComponent(id)}`, answer: webhookSchema }));
  if (webhook === null) return { state: "missing" };
  if (webhook.is_active !== true || !hasAllEvents(webhook)) return { state: "inactive" };
  if (webhook.url !== url) return { state: "elsewhere" };
  const { date, code, response } = webhook.last_response ?? {};
  const lastResponseAt = readBerlinTime(date ?? null);
  if (code == null || (code >= 200 && code <= 299)) return { state: "working", lastResponseAt };
  // EasyBill may write 0 where nobody answered.
  return { state: "failing", lastResponseAt, status: code === 0 ? null : code, answer: (response ?? "").slice(0, keptAnswer) };
}

/** Removes the webhook with this id, and what else has the label: the answer to a registration may have been lost. */
export async function removeWebhook(client: EasybillClient, { id, label }: { id: string | null; label: string }): Promise<void> {
  if (id !== null) await deleteWebhook(client, id);
  for (const own of await findOwn(client, label)) await deleteWebhook(client, String(own.id));
}

async function findOwn(client: EasybillClient, label: string): Promise<EasybillWebhook[]> {
  const own: EasybillWebhook[] = [];
  for await (const item of readWholeList(client, { operation: "list webhooks", path: "/webhooks" })) {
    const webhook = webhookSchema.safeParse(item);
    if (webhook.success && webhook.data.description === label) own.push(webhook.data);
  }
  return own;
}

async function deleteWebhook(client: EasybillClient, id: string): Promise<void> {
  await orMissing(client.request({ operation: "delete webhook", method: "DELETE", path: `/webhooks/${encodeURIComponent(id)}`, answer: z.unknown() }));
}

async function writeWebhook(client: EasybillClient, { url, secret, label }: WantedWebhook, how: { operation: string; method: "POST" | "PUT"; path: string }): Promise<{ id: string }> {
  const json = { url, secret, description: label, content_type: "json", events: wantedEvents, is_active: true };
  const { id } = await client.request({ ...how, body: { json }, answer: webhookSchema, secrets: [secret, ...new URL(url).pathname.split("/").slice(-1)] });
  return { id: String(id) };
}

function isAsWanted(webhook: EasybillWebhook, { url, secret }: WantedWebhook): boolean {
  return webhook.url === url && webhook.secret === secret && webhook.content_type === "json" && webhook.is_active === true && hasAllEvents(webhook);
}

function hasAllEvents({ events }: EasybillWebhook): boolean {
  return wantedEvents.every((event) => events?.includes(event) === true);
}

/** Null where EasyBill does not have it. */
async function orMissing<Answer>(request: Promise<Answer>): Promise<Answer | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof EasybillRefusal && error.isAboutMissing) return null;
    throw error;
  }
}

import { z } from "zod";
import { flag, identity } from "./fields";

export const webhookEvents = [
  "document.create", "document.update", "document.completed", "document.deleted", "document.payment_add", "document.payment_delete",
  "customer.create", "customer.update", "customer.delete", "contact.create", "contact.update", "contact.delete",
  "position.create", "position.update", "position.delete", "postbox.create", "postbox.update", "postbox.delete", "postbox.sent",
] as const;

export const webhookFields = z.object({
  url: z.url({ protocol: /^https?$/ }),
  content_type: z.enum(["form", "json"]),
  secret: z.string(),
  events: z.array(z.enum(webhookEvents)),
  description: z.string(),
  /** False unless it is said otherwise: a webhook that only names its address never gets anything. */
  is_active: flag,
});

export const webhookSchema = webhookFields.extend({
  id: identity,
  last_response: z.object({ date: z.string(), code: z.number().int(), response: z.string() }).optional(),
});

export type WebhookEventName = (typeof webhookEvents)[number];
export type Webhook = z.infer<typeof webhookSchema>;

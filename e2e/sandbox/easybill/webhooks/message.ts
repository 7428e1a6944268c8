import { createHmac } from "node:crypto";
import type { WebhookEvent } from "../api/call";
import type { Webhook } from "../data/records/webhook";
import type { Protocol } from "../protocol";

export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function contentOf({ name, id, record }: WebhookEvent, { webhookBody }: Protocol): object {
  switch (webhookBody) {
    case "record":
      return { event: name, data: record };
    case "id":
      return { event: name, data: { id } };
    case "bare":
      return record;
  }
}

/** The signature over the raw body, as the header that carries it usually has it. */
function sign(body: string, secret: string, header: Protocol["signatureHeader"]): string {
  const digest = (algorithm: string) => createHmac(algorithm, secret).update(body).digest("hex");
  switch (header) {
    case "none":
      return "";
    case "X-Easybill-Signature":
      return digest("sha256");
    case "X-Hub-Signature-256":
      return `sha256=${digest("sha256")}`;
    case "X-Hub-Signature":
      return `sha1=${digest("sha1")}`;
  }
}

/** What is sent to this webhook about this event. */
export function makeMessage(event: WebhookEvent, { content_type, secret }: Webhook, protocol: Protocol): WebhookMessage {
  const json = JSON.stringify(contentOf(event, protocol));
  const body = content_type === "json" ? json : new URLSearchParams({ payload: json }).toString();
  const signature = sign(body, protocol.signsRightly ? secret : `not ${secret}`, protocol.signatureHeader);
  return {
    body,
    headers: {
      "Content-Type": content_type === "json" ? "application/json" : "application/x-www-form-urlencoded",
      "User-Agent": "easybill-webhook",
      ...(protocol.webhookBody === "bare" ? { "X-Easybill-Event": event.name } : {}),
      ...(signature === "" ? {} : { [protocol.signatureHeader]: signature }),
    },
  };
}

import { createHash, createHmac, randomBytes } from "node:crypto";

/** With which a vendor signs what it delivers: 32 random bytes. */
export function makeWebhookSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * What makes the address of a webhook unguessable. It is made from the secret, so that the address stays the same however often it is
 * registered, though nothing but its digest is stored; the secret cannot be told from it.
 */
export function webhookTokenOf(secret: string): string {
  return createHmac("sha256", secret).update("address of the webhook").digest("base64url");
}

/** The token has 256 random bits, so a plain digest is enough: there is nothing to guess. */
export function digestOfWebhookToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Where a vendor delivers to. @param appUrl the address of this application */
export function webhookAddress(appUrl: string, vendor: string, token: string): string {
  return new URL(`/api/webhooks/${encodeURIComponent(vendor)}/${token}`, appUrl).href;
}

/** By which the webhook of a connection is told from others at the vendor, also by people there. */
export function webhookLabel(connectionId: string): string {
  return `OutSmart ${connectionId}`;
}

import { createHash, randomBytes } from "node:crypto";

/** What makes the address of a webhook unguessable: 32 random bytes. Only its digest is stored. */
export function makeWebhookToken(): { token: string; digest: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, digest: digestOfWebhookToken(token) };
}

/** The token has 256 random bits, so a plain digest is enough: there is nothing to guess. */
export function digestOfWebhookToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Where a vendor delivers to. @param appUrl the address of this application */
export function webhookAddress(appUrl: string, vendor: string, token: string): string {
  return new URL(`/api/webhooks/${encodeURIComponent(vendor)}/${token}`, appUrl).href;
}

import { unseal } from "@/lib/crypto/seal";
import type { ClaimedRegistration } from "@/lib/webhooks/claim-registration";
import type { WebhookEngine } from "@/lib/webhooks/engine";
import { webhookAddress, webhookTokenOf } from "@/lib/webhooks/webhook-token";

export const sealContext = ({ accountId, connectionId }: ClaimedRegistration) => ({ accountId, connectionId, field: "webhook" });

/** The secret a webhook was registered with; null when there is none, or it cannot be read any more. */
export function readWebhookSecret({ keyRing }: WebhookEngine, claimed: ClaimedRegistration): string | null {
  // Without the digest the address is closed for good.
  if (claimed.secret === null || claimed.tokenHash === null) return null;
  try {
    return unseal(claimed.secret, sealContext(claimed), keyRing);
  } catch {
    return null;
  }
}

/** Where the webhook of this secret is delivered to now: the application may have moved since it was registered. */
export function ownAddress({ appUrl }: WebhookEngine, vendor: string, secret: string): string {
  return webhookAddress(appUrl, vendor, webhookTokenOf(secret));
}

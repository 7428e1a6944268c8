import { randomBytes } from "node:crypto";
import type { KeyRing } from "@/lib/crypto/key-ring";
import { seal, unseal, type SealContext } from "@/lib/crypto/seal";

/** In the form of Standard Webhooks: 32 random bytes in base64 behind what tells people what it is. */
export function makeSigningSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/** What the secret of a receiver is bound to; the receiver stands where that of others names a connection. */
export function signingSecretContext({ id, accountId }: { id: string; accountId: string }): SealContext {
  return { accountId, connectionId: id, field: "notices" };
}

export function sealSigningSecret(secret: string, receiver: { id: string; accountId: string }, keyRing: KeyRing): string {
  return seal(secret, signingSecretContext(receiver), keyRing);
}

/** @throws Error when the key it was encrypted with is gone */
export function openSigningSecret(sealed: string, receiver: { id: string; accountId: string }, keyRing: KeyRing): string {
  return unseal(sealed, signingSecretContext(receiver), keyRing);
}

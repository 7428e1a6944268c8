import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { KeyRing } from "@/lib/crypto/key-ring";

/** What a ciphertext belongs to. It is authenticated with it, so that it cannot be moved to another account, connection or field. */
export type SealContext = { accountId: string; connectionId: string; field: string };

const VERSION = "v1";
const IV_BYTES = 12;

function additionalData(context: SealContext): Buffer {
  return Buffer.from([context.accountId, context.connectionId, context.field].join("\n"), "utf8");
}

/** Encrypts with the ring's first key (AES-256-GCM). Out: `v1.keyId.iv.tag.data`, the last three in base64url. */
export function seal(plain: string, context: SealContext, keyRing: KeyRing): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyRing.current.key, iv);
  cipher.setAAD(additionalData(context));
  const data = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), data].map((part) => part.toString("base64url"));
  return [VERSION, keyRing.current.id, ...parts].join(".");
}

/**
 * Decrypts what {@link seal} made.
 * @throws Error when the form is wrong, the key is not in the ring, or the text does not belong to this context.
 */
export function unseal(sealed: string, context: SealContext, keyRing: KeyRing): string {
  const [version, keyId, iv, tag, data] = sealed.split(".");
  if (version !== VERSION || !keyId || !iv || !tag || data === undefined) throw new Error("A stored credential does not have the form v1.keyId.iv.tag.data");
  const key = keyRing.keys.get(keyId);
  if (!key) throw new Error(`A stored credential needs key ${keyId}, which CREDENTIALS_KEYS does not hold`);
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"), { authTagLength: 16 });
  decipher.setAAD(additionalData(context));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(data, "base64url")), decipher.final()]).toString("utf8");
}

/** Which key a ciphertext needs: `npm run keys:rotate` skips those that already use the current one. */
export function sealingKeyId(sealed: string): string | undefined {
  return sealed.split(".")[1];
}

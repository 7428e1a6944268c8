import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** The SDK refuses older and younger signatures; so do we. */
const longestAge = 5 * 60 * 1000;
const keyPrefix = /^signkey-\w+-/;

/** @throws Error when the key is not hexadecimal: the SDK would then hash something else than we do. */
export function checkSigningKey(signingKey: string): void {
  if (/^([0-9a-f]{2}){16,}$/i.test(signingKey.replace(keyPrefix, ""))) return;
  throw new Error("INNGEST_SIGNING_KEY must be at least 32 hexadecimal digits, with or without the prefix signkey-…-.");
}

function digest(body: string, seconds: string, signingKey: string): string {
  return createHmac("sha256", signingKey.replace(keyPrefix, "")).update(body).update(seconds).digest("hex");
}

/** Value of the header `x-inngest-signature` for a body that is sent now. */
export function signBody(body: string, signingKey: string): string {
  const seconds = String(Math.round(Date.now() / 1000));
  return `t=${seconds}&s=${digest(body, seconds, signingKey)}`;
}

/** Whether a body carries a fresh signature made with our key. */
export function isSignedWith(signingKey: string, body: string, header: string | undefined): boolean {
  const parts = new URLSearchParams(header);
  const seconds = parts.get("t") ?? "";
  const age = Math.abs(Date.now() - Number(seconds) * 1000);
  return seconds !== "" && age <= longestAge && isSameSecret(parts.get("s") ?? "", digest(body, seconds, signingKey));
}

/** What the SDK sends as `Authorization` when it registers: the key's own hash, with the key's prefix. */
export function registrationBearer(signingKey: string): string {
  const prefix = keyPrefix.exec(signingKey)?.[0] ?? "";
  const hash = createHash("sha256").update(Buffer.from(signingKey.replace(keyPrefix, ""), "hex")).digest("hex");
  return `Bearer ${prefix}${hash}`;
}

/** Compares without telling by its duration how much was right. */
export function isSameSecret(given: string, expected: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

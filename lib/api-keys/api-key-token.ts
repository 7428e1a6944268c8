import { createHash, randomBytes } from "node:crypto";

/** Tells people, and the scanners of code hosts, what a leaked text is. */
const prefix = "osk_";

/** Characters of a key that are kept readable, to tell keys apart. */
const endingLength = 4;

/** A new key: 32 random bytes. Only digest and ending are stored. */
export function makeApiKeyToken(): { token: string; digest: string; ending: string } {
  const token = prefix + randomBytes(32).toString("base64url");
  return { token, digest: digestOfApiKey(token), ending: token.slice(-endingLength) };
}

/** The key has 256 random bits, so a plain digest is enough: there is nothing to guess. */
export function digestOfApiKey(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The key of an `Authorization` header; null when there is none of ours in it. */
export function apiKeyOfHeader(header: string | null): string | null {
  const [, token] = /^Bearer +(\S+)$/i.exec(header?.trim() ?? "") ?? [];
  return token?.startsWith(prefix) ? token : null;
}

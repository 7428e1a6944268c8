import { createHash, randomBytes } from "node:crypto";

/** Hours a link is good for. The first one is meant for whoever has just started the installation. */
export const linkHours = { setup: 24, invitation: 7 * 24 } as const;

/** A token for a one-time link. Only the digest is stored: who reads the database cannot use the links. */
export function makeOneTimeToken(): { token: string; digest: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, digest: digestOfToken(token) };
}

/** The token has 256 random bits, so a plain digest is enough: there is nothing to guess. */
export function digestOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function welcomeAddress(appUrl: string, token: string): string {
  return new URL(`/welcome/${token}`, appUrl).toString();
}

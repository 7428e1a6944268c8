import { createHash } from "node:crypto";

/**
 * The id that the connection of an account with a vendor has or will have (UUID version 8). Because it is known before
 * the first login was accepted, the tries before share the rate budget with everything after, and stand in the same log.
 */
export function connectionIdOf(accountId: string, vendor: string): string {
  const hex = createHash("sha256").update(`${accountId}\n${vendor}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

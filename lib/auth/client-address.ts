/**
 * The address a request came from, for slowing down sign-in. This server speaks plain http, so an APP_URL with https means
 * that a proxy stands in front, which appends the address it saw to `x-forwarded-for`: the last entry is the one nobody can
 * make up. Without a proxy the header holds the socket's address, which `socket-address.ts` puts there.
 */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

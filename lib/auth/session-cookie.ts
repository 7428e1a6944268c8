import { getToken } from "next-auth/jwt";
import { sessionCookieNames } from "@/lib/auth/session-cookie-names";
import { sessionClaim, type SessionClaim } from "@/lib/auth/session-of";
import { env } from "@/lib/env";

/** Seconds: two weeks after signing in, one signs in again. */
export const sessionSeconds = 14 * 24 * 60 * 60;

/** The session cookie: tied to https where the application is reached over it, and never readable by scripts. */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https://");
  const name = secure ? sessionCookieNames.secure : sessionCookieNames.plain;
  return { name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } } as const;
}

/** What the session cookie among a request's cookies (`name=value; …`) claims; null when there is none, or it is not ours, or it has expired. */
export async function readSessionClaim(cookies: string): Promise<SessionClaim | null> {
  const { name, options } = sessionCookie();
  const token = await getToken({ req: { headers: new Headers({ cookie: cookies }) }, secret: env().AUTH_SECRET, cookieName: name, salt: name, secureCookie: options.secure });
  const claim = sessionClaim.safeParse(token);
  return claim.success ? claim.data : null;
}

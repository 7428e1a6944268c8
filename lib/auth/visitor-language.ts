import { cookies } from "next/headers";
import { localeCookie, type Locale } from "@/lib/i18n/locales";
import { env } from "@/lib/env";

/** Seconds: a year. */
const kept = 365 * 24 * 60 * 60;

/** Where preferences of a browser are kept: no secret, so only the path and the transport matter. */
function preferenceCookie() {
  return { path: "/", maxAge: kept, sameSite: "lax", secure: env().APP_URL.startsWith("https://") } as const;
}

/** Keeps the language of this browser, for the pages before signing in. In a server action only. */
export async function rememberLanguage(locale: Locale): Promise<void> {
  (await cookies()).set(localeCookie, locale, preferenceCookie());
}

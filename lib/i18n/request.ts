import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { readSession, type Session } from "@/lib/auth/session";
import { formats } from "@/lib/i18n/formats";
import { isLocale, localeCookie, negotiateLocale, regionalLocales, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { logger } from "@/lib/logger";

/** Where nobody is signed in, no date is shown; this one only keeps server and browser equal. */
const neutralTimeZone = "UTC";

/** The language of a visitor who is not signed in: the choice kept in a cookie, else the browser's. */
async function visitorLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"));
}

/** Without the database there is no session to read; the error page then still speaks the visitor's language. */
async function sessionIfReadable(): Promise<Session | null> {
  try {
    return await readSession();
  } catch (error) {
    logger.warn({ err: error }, "the session could not be read");
    return null;
  }
}

export default getRequestConfig(async () => {
  const session = await sessionIfReadable();
  const locale = session?.locale ?? (await visitorLocale());
  return { locale: regionalLocales[locale], messages: await loadMessages(locale), timeZone: session?.timeZone ?? neutralTimeZone, now: new Date(), formats };
});

import { z } from "zod";
import type { Role } from "@/lib/auth/roles";
import type { Database } from "@/lib/db";
import { fallbackLocale, isLocale, type Locale } from "@/lib/i18n/locales";

/** Who is asking, as the database says it now. */
export type Session = {
  userId: string;
  accountId: string;
  accountName: string;
  name: string;
  email: string;
  role: Role;
  locale: Locale;
  /** IANA name. */
  timeZone: string;
};

/** What the session cookie carries: who, and as of which version. Role and account are never taken from it. */
export const sessionClaim = z.object({ sub: z.uuid(), version: z.number().int() });
export type SessionClaim = z.infer<typeof sessionClaim>;

/** The session a claim stands for; null when the person is gone or deactivated, or the password or role has changed since. */
export async function sessionOf(db: Database, claim: SessionClaim): Promise<Session | null> {
  const user = await db.prisma.user.findUnique({
    where: { id: claim.sub },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      locale: true,
      sessionVersion: true,
      deactivatedAt: true,
      account: { select: { id: true, name: true, locale: true, timeZone: true } },
    },
  });
  if (!user || user.deactivatedAt || user.sessionVersion !== claim.version) return null;
  const locale = [user.locale, user.account.locale].find(isLocale) ?? fallbackLocale;
  return {
    userId: user.id,
    accountId: user.account.id,
    accountName: user.account.name,
    name: user.name,
    email: user.email,
    role: user.role,
    locale,
    timeZone: user.account.timeZone,
  };
}

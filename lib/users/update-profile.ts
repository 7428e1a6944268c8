import { recordAudit, type AuditDetail } from "@/lib/audit/record-audit";
import type { Session } from "@/lib/auth/session-of";
import type { Database } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locales";

/** Saves one's own name and language. */
export async function updateProfile(db: Database, session: Session, { name, locale }: { name: string; locale: Locale }): Promise<void> {
  const detail: AuditDetail = {};
  if (session.name !== name) detail.name = { before: session.name, after: name };
  if (session.locale !== locale) detail.locale = { before: session.locale, after: locale };
  const { accountId, userId } = session;
  await db.prisma.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId, accountId }, data: { name, locale } });
    if (Object.keys(detail).length === 0) return;
    await recordAudit({ prisma: tx }, { accountId, userId, userName: session.name, action: "user.profile-changed", subject: session.email, detail });
  });
}

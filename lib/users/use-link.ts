import { recordAudit } from "@/lib/audit/record-audit";
import { digestOfToken } from "@/lib/auth/one-time-token";
import { hashPassword } from "@/lib/auth/password";
import type { Database } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Locale } from "@/lib/i18n/locales";
import { lockFirstAccount } from "@/lib/users/setup-link";

/** Done: the sign-in name to go on with. */
export type LinkUse = { outcome: "done"; email: string } | { outcome: "gone" };

/** Uses a link up. Of two at the same moment one gets it. */
async function takeLink(tx: Prisma.TransactionClient, token: string, now: Date): Promise<{ userId: string | null } | null> {
  const digest = digestOfToken(token);
  const { count } = await tx.invitationToken.updateMany({ where: { digest, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  return count === 1 ? tx.invitationToken.findUnique({ where: { digest }, select: { userId: true } }) : null;
}

type Choice = { token: string; password: string; locale: Locale; now: Date };

/**
 * Sets the password of the person a one-time link belongs to, and ends that person's older sessions. The language of the
 * page becomes the person's own, unless there is one.
 */
export async function choosePassword(db: Database, { token, password, locale, now }: Choice): Promise<LinkUse> {
  const passwordHash = await hashPassword(password);
  return db.prisma.$transaction(async (tx) => {
    const link = await takeLink(tx, token, now);
    if (!link?.userId) return { outcome: "gone" };
    const where = { id: link.userId, deactivatedAt: null };
    const { count } = await tx.user.updateMany({ where, data: { passwordHash, sessionVersion: { increment: 1 } } });
    if (count === 0) return { outcome: "gone" };
    await tx.user.updateMany({ where: { id: link.userId, locale: null }, data: { locale } });
    const user = await tx.user.findUniqueOrThrow({ where: { id: link.userId }, select: { id: true, accountId: true, name: true, email: true } });
    await recordAudit({ prisma: tx }, { accountId: user.accountId, userId: user.id, userName: user.name, action: "user.password-chosen", subject: user.email });
    return { outcome: "done", email: user.email };
  });
}

type FirstAccount = { token: string; company: string; name: string; email: string; password: string; locale: Locale; now: Date };

/** Makes the first account of an installation and its administrator. `email` as the rules of sign-in names leave it. */
export async function createFirstAccount(db: Database, { token, company, name, email, password, locale, now }: FirstAccount): Promise<LinkUse> {
  const passwordHash = await hashPassword(password);
  return db.prisma.$transaction(async (tx) => {
    const isFirst = await lockFirstAccount(tx);
    const link = isFirst ? await takeLink(tx, token, now) : null;
    if (!link || link.userId) return { outcome: "gone" };
    const account = await tx.account.create({ data: { name: company, locale }, select: { id: true } });
    const data = { accountId: account.id, name, email, role: "administrator", locale, passwordHash } as const;
    const user = await tx.user.create({ data, select: { id: true } });
    await recordAudit({ prisma: tx }, { accountId: account.id, userId: user.id, userName: name, action: "account.created", subject: company });
    return { outcome: "done", email };
  });
}

import { digestOfToken } from "@/lib/auth/one-time-token";
import type { Database } from "@/lib/db";

export type LinkDescription =
  /** Creates the first account and its administrator. */
  | { kind: "firstAccount" }
  | { kind: "password"; userId: string; name: string; email: string; accountName: string }
  /** Unknown, used, expired, replaced, or of somebody deactivated: one answer for all. */
  | { kind: "gone" };

/** What a one-time link is for. Looking does not use it up: mail programs open links before people do. */
export async function describeLink(db: Database, token: string, now: Date): Promise<LinkDescription> {
  const link = await db.prisma.invitationToken.findUnique({ where: { digest: digestOfToken(token) } });
  if (!link || link.usedAt || link.expiresAt <= now) return { kind: "gone" };
  if (!link.userId) return (await db.prisma.user.count()) === 0 ? { kind: "firstAccount" } : { kind: "gone" };
  const user = await db.prisma.user.findUnique({
    where: { id: link.userId },
    select: { id: true, name: true, email: true, deactivatedAt: true, account: { select: { name: true } } },
  });
  if (!user || user.deactivatedAt) return { kind: "gone" };
  return { kind: "password", userId: user.id, name: user.name, email: user.email, accountName: user.account.name };
}

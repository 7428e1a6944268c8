import { recordAudit } from "@/lib/audit/record-audit";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import type { Session } from "@/lib/auth/session-of";
import { forgiveAttempt, takeAttempt, throttleKeys } from "@/lib/auth/throttle";
import type { Database } from "@/lib/db";

type Change = { session: Session; current: string; next: string; secret: string; now: Date };

export type PasswordOutcome =
  /** `sessionVersion`: what the session of the person's own browser goes on with; all others have ended. */
  | { outcome: "changed"; sessionVersion: number }
  | { outcome: "wrongPassword" }
  | { outcome: "throttled"; retryAt: Date };

/** Changes one's own password. Tries are slowed like signing in, so that an unattended browser is no way to guess it. */
export async function changePassword(db: Database, { session, current, next, secret, now }: Change): Promise<PasswordOutcome> {
  const keys = throttleKeys(`password of ${session.userId}`, `password of ${session.userId}`, secret);
  const attempt = await takeAttempt(db, keys, now);
  if (!attempt.allowed) return { outcome: "throttled", retryAt: attempt.retryAt };

  const { userId, accountId } = session;
  const user = await db.prisma.user.findUniqueOrThrow({ where: { id: userId, accountId }, select: { passwordHash: true } });
  if (!(await verifyPassword(current, user.passwordHash))) return { outcome: "wrongPassword" };

  await forgiveAttempt(db, keys, now);
  const passwordHash = await hashPassword(next);
  const { sessionVersion } = await db.prisma.$transaction(async (tx) => {
    await tx.invitationToken.deleteMany({ where: { userId, usedAt: null } });
    await recordAudit({ prisma: tx }, { accountId, userId, userName: session.name, action: "user.password-changed", subject: session.email });
    const data = { passwordHash, sessionVersion: { increment: 1 } };
    return tx.user.update({ where: { id: userId, accountId }, data, select: { sessionVersion: true } });
  });
  return { outcome: "changed", sessionVersion };
}

import { verifyPassword } from "@/lib/auth/password";
import { forgiveAttempt, takeAttempt, throttleKeys } from "@/lib/auth/throttle";
import type { Database } from "@/lib/db";

type Attempt = { email: string; password: string; address: string; secret: string; now: Date };

export type SignInOutcome =
  | { outcome: "accepted"; userId: string; sessionVersion: number }
  /** Unknown user, wrong password, deactivated, no password chosen yet: one answer for all. */
  | { outcome: "refused" }
  | { outcome: "throttled"; retryAt: Date };

/** Decides on one try to sign in. Unknown users get the same answer after the same work as known ones. */
export async function checkSignIn(db: Database, { email, password, address, secret, now }: Attempt): Promise<SignInOutcome> {
  const name = email.trim().toLowerCase();
  const keys = throttleKeys(name, address, secret);
  const attempt = await takeAttempt(db, keys, now);
  if (!attempt.allowed) return { outcome: "throttled", retryAt: attempt.retryAt };

  const user = await db.prisma.user.findUnique({
    where: { email: name },
    select: { id: true, passwordHash: true, sessionVersion: true, deactivatedAt: true },
  });
  const isRight = await verifyPassword(password, user?.passwordHash ?? null);
  if (!user || !isRight || user.deactivatedAt) return { outcome: "refused" };

  await forgiveAttempt(db, keys, now);
  await db.prisma.user.update({ where: { id: user.id }, data: { lastSignInAt: now } });
  return { outcome: "accepted", userId: user.id, sessionVersion: user.sessionVersion };
}

import { createHmac } from "node:crypto";
import type { Database } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";

type Limit = { freeFailures: number; firstDelay: number; longestDelay: number };

/**
 * Failures that cost nothing, then the delay doubles (milliseconds). An office shares one address, so that one is more
 * patient; the longest delay of a name is short enough that a stranger cannot lock somebody out for long.
 */
const limits = {
  name: { freeFailures: 5, firstDelay: 15_000, longestDelay: 5 * 60_000 },
  address: { freeFailures: 50, firstDelay: 15_000, longestDelay: 15 * 60_000 },
} as const satisfies Record<string, Limit>;

/** Tries of one name wait for each other; Prisma's own two seconds would turn a flood of them into errors (milliseconds). */
const patience = { maxWait: 20_000, timeout: 20_000 } as const;

/** Failures older than this no longer count (milliseconds). */
const memory = 60 * 60_000;

export type ThrottleKey = { kind: keyof typeof limits; digest: string };

/** The keys of one attempt, as digests: the table says nothing about who tried from where. In the order they are locked. */
export function throttleKeys(name: string, address: string, secret: string): ThrottleKey[] {
  const digest = (kind: ThrottleKey["kind"], value: string) => createHmac("sha256", secret).update(`${kind}\n${value}`).digest("hex");
  return [
    { kind: "address", digest: digest("address", address) },
    { kind: "name", digest: digest("name", name.trim().toLowerCase()) },
  ];
}

/** How long to wait after the last of so many failures, in milliseconds. */
export function delayAfter(failures: number, { freeFailures, firstDelay, longestDelay }: Limit): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestDelay, firstDelay * 2 ** Math.min(failures - freeFailures, 20));
}

/**
 * Takes a try, or says when the next one is allowed. The try counts as a failure until {@link forgiveAttempt} takes it
 * back: a thousand guesses sent at the same moment are a thousand failures, not one.
 */
export async function takeAttempt(db: Database, keys: readonly ThrottleKey[], now: Date): Promise<{ allowed: true } | { allowed: false; retryAt: Date }> {
  return db.prisma.$transaction(async (tx) => {
    const standings = [];
    for (const key of keys) standings.push({ key, ...(await lockStanding(tx, key, now)) });
    const retryAt = new Date(Math.max(...standings.map((one) => one.retryAt.getTime())));
    if (retryAt > now) return { allowed: false, retryAt };
    for (const { key, failures } of standings) {
      await tx.signInThrottle.update({ where: { key: key.digest }, data: { failures: failures + 1, lastFailureAt: now } });
    }
    return { allowed: true };
  }, patience);
}

async function lockStanding(tx: Prisma.TransactionClient, key: ThrottleKey, now: Date): Promise<{ failures: number; retryAt: Date }> {
  await tx.$executeRaw`INSERT INTO sign_in_throttle (key, failures, last_failure_at) VALUES (${key.digest}, 0, ${now}) ON CONFLICT (key) DO NOTHING`;
  const [row] = await tx.$queryRaw<{ failures: number; lastFailureAt: Date }[]>`
    SELECT failures, last_failure_at AS "lastFailureAt" FROM sign_in_throttle WHERE key = ${key.digest} FOR UPDATE`;
  if (!row || now.getTime() - row.lastFailureAt.getTime() > memory) return { failures: 0, retryAt: new Date(0) };
  const delay = delayAfter(row.failures, limits[key.kind]);
  return { failures: row.failures, retryAt: delay === 0 ? new Date(0) : new Date(row.lastFailureAt.getTime() + delay) };
}

/**
 * After a success: the name starts afresh, the address only gets this one try back, or somebody could clear its failures by
 * signing in with an account of their own in between.
 */
export async function forgiveAttempt(db: Database, keys: readonly ThrottleKey[], now: Date): Promise<void> {
  const digests = (kind: ThrottleKey["kind"]) => keys.filter((key) => key.kind === kind).map((key) => key.digest);
  await db.prisma.signInThrottle.deleteMany({ where: { key: { in: digests("name") } } });
  await db.prisma.signInThrottle.updateMany({ where: { key: { in: digests("address") }, failures: { gt: 0 } }, data: { failures: { decrement: 1 } } });
  await db.prisma.signInThrottle.deleteMany({ where: { lastFailureAt: { lt: new Date(now.getTime() - memory) } } });
}

import type { Database } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { issueFirstLink } from "@/lib/users/one-time-link";

/** Any number that nothing else uses: while somebody holds it, nobody else creates the first account. */
const firstAccountLock = 20_260_103;

/** Waits for, and holds until the end of the transaction, the right to create the first account. Out: whether there is none yet. */
export async function lockFirstAccount(tx: Prisma.TransactionClient): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${firstAccountLock})`;
  return (await tx.user.count()) === 0;
}

/** The token of a fresh link that creates the first account, or null once there is a user. An older one stops working. */
export async function makeSetupToken(db: Database, now: Date): Promise<string | null> {
  return db.prisma.$transaction(async (tx) => ((await lockFirstAccount(tx)) ? issueFirstLink(tx, now) : null));
}

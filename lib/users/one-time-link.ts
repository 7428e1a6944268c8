import { linkHours, makeOneTimeToken } from "@/lib/auth/one-time-token";
import type { Prisma } from "@/lib/generated/prisma/client";

const hour = 60 * 60_000;

/** A new link to choose a password. Earlier ones of the same person stop working. Out: the token, which is stored nowhere. */
export async function issuePasswordLink(tx: Prisma.TransactionClient, userId: string, now: Date): Promise<string> {
  const { token, digest } = makeOneTimeToken();
  await tx.invitationToken.deleteMany({ where: { userId, usedAt: null } });
  await tx.invitationToken.create({ data: { digest, userId, expiresAt: new Date(now.getTime() + linkHours.invitation * hour), createdAt: now } });
  return token;
}

/** As {@link issuePasswordLink}, for the link that creates the first account. */
export async function issueFirstLink(tx: Prisma.TransactionClient, now: Date): Promise<string> {
  const { token, digest } = makeOneTimeToken();
  await tx.invitationToken.deleteMany({ where: { userId: null, usedAt: null } });
  await tx.invitationToken.create({ data: { digest, expiresAt: new Date(now.getTime() + linkHours.setup * hour), createdAt: now } });
  return token;
}

import { makeApiKeyToken } from "@/lib/api-keys/api-key-token";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/users/actor";

/** Makes a key of the actor's account. Out: the key itself, which is shown once and stored nowhere. */
export async function makeApiKey(db: Database, { actor, name }: { actor: Actor; name: string }): Promise<{ token: string }> {
  const { token, digest, ending } = makeApiKeyToken();
  await db.prisma.$transaction(async (tx) => {
    await tx.apiKey.create({ data: { accountId: actor.accountId, name, digest, ending, createdBy: actor.name } });
    await recordAudit({ prisma: tx }, { accountId: actor.accountId, userId: actor.userId, userName: actor.name, action: "api-key.made", subject: subjectOf(name, ending) });
  });
  return { token };
}

/**
 * Takes a key out of use for good; one that was revoked before stays as it is.
 * @throws AppError record_not_found
 */
export async function revokeApiKey(db: Database, { actor, keyId, now }: { actor: Actor; keyId: string; now: Date }): Promise<void> {
  const { accountId } = actor;
  await db.prisma.$transaction(async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { id: keyId, accountId }, select: { name: true, ending: true } });
    if (!key) throw new AppError("record_not_found", { kind: "config" });
    const { count } = await tx.apiKey.updateMany({ where: { id: keyId, accountId, revokedAt: null }, data: { revokedAt: now } });
    if (count === 0) return;
    await recordAudit({ prisma: tx }, { accountId, userId: actor.userId, userName: actor.name, action: "api-key.revoked", subject: subjectOf(key.name, key.ending) });
  });
}

/** How the audit trail names a key. */
function subjectOf(name: string, ending: string): string {
  return `${name} (…${ending})`;
}

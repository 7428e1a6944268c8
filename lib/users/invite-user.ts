import { recordAudit } from "@/lib/audit/record-audit";
import type { Role } from "@/lib/auth/roles";
import type { Database } from "@/lib/db";
import type { Actor } from "@/lib/users/actor";
import { issuePasswordLink } from "@/lib/users/one-time-link";

type Invitation = { actor: Actor; name: string; email: string; role: Role; now: Date };

export type InviteOutcome = { outcome: "invited"; userId: string; token: string } | { outcome: "emailTaken" };

/**
 * Adds a user without a password and issues the one-time link to choose one. The e-mail address is the sign-in name of the
 * whole installation, so it may also be taken by somebody of another account; the answer does not say where.
 */
export async function inviteUser(db: Database, { actor, name, email, role, now }: Invitation): Promise<InviteOutcome> {
  return db.prisma.$transaction(async (tx) => {
    const data = [{ accountId: actor.accountId, name, email, role }];
    const [user] = await tx.user.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } });
    if (!user) return { outcome: "emailTaken" };
    const token = await issuePasswordLink(tx, user.id, now);
    const who = { accountId: actor.accountId, userId: actor.userId, userName: actor.name };
    await recordAudit({ prisma: tx }, { ...who, action: "user.invited", subject: email, detail: { name, role } });
    return { outcome: "invited", userId: user.id, token };
  });
}

import { recordAudit } from "@/lib/audit/record-audit";
import type { Role } from "@/lib/auth/roles";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/users/actor";
import { findUser } from "@/lib/users/find-user";
import { hasOtherAdministrator } from "@/lib/users/last-administrator";
import { issuePasswordLink } from "@/lib/users/one-time-link";

type Target = { actor: Actor; userId: string };

/** `lastAdministrator`: refused, because nobody could administer the account any more. */
export type AccessOutcome = { outcome: "changed" | "unchanged" | "lastAdministrator" };

const audited = (tx: Prisma.TransactionClient, actor: Actor) => (action: string, subject: string, detail = {}) =>
  recordAudit({ prisma: tx }, { accountId: actor.accountId, userId: actor.userId, userName: actor.name, action, subject, detail });

/**
 * Gives a user of the actor's account another role; the person's sessions end.
 * @throws AppError record_not_found
 */
export async function changeRole(db: Database, { actor, userId, role }: Target & { role: Role }): Promise<AccessOutcome> {
  return db.prisma.$transaction(async (tx) => {
    const isSafe = await hasOtherAdministrator(tx, actor.accountId, userId);
    const user = await findUser(tx, actor.accountId, userId);
    if (user.role === role) return { outcome: "unchanged" };
    if (user.role === "administrator" && !user.deactivatedAt && !isSafe) return { outcome: "lastAdministrator" };
    await tx.user.update({ where: { id: userId, accountId: actor.accountId }, data: { role, sessionVersion: { increment: 1 } } });
    await audited(tx, actor)("user.role-changed", user.email, { role: { before: user.role, after: role } });
    return { outcome: "changed" };
  });
}

/**
 * Takes the access of a user away: the sessions end and open links stop working. What the person did keeps the name.
 * @throws AppError record_not_found
 */
export async function deactivateUser(db: Database, { actor, userId, now }: Target & { now: Date }): Promise<AccessOutcome> {
  return db.prisma.$transaction(async (tx) => {
    const isSafe = await hasOtherAdministrator(tx, actor.accountId, userId);
    const user = await findUser(tx, actor.accountId, userId);
    if (user.deactivatedAt) return { outcome: "unchanged" };
    if (user.role === "administrator" && !isSafe) return { outcome: "lastAdministrator" };
    await tx.user.update({ where: { id: userId, accountId: actor.accountId }, data: { deactivatedAt: now, sessionVersion: { increment: 1 } } });
    await tx.invitationToken.deleteMany({ where: { userId, usedAt: null } });
    await audited(tx, actor)("user.deactivated", user.email);
    return { outcome: "changed" };
  });
}

/**
 * Gives access back, with the password and the role there were.
 * @throws AppError record_not_found
 */
export async function reactivateUser(db: Database, { actor, userId }: Target): Promise<AccessOutcome> {
  return db.prisma.$transaction(async (tx) => {
    const user = await findUser(tx, actor.accountId, userId);
    if (!user.deactivatedAt) return { outcome: "unchanged" };
    await tx.user.update({ where: { id: userId, accountId: actor.accountId }, data: { deactivatedAt: null, sessionVersion: { increment: 1 } } });
    await audited(tx, actor)("user.reactivated", user.email);
    return { outcome: "changed" };
  });
}

/**
 * A new one-time link to choose a password, for somebody who lost the first one or forgot the password. Nothing else
 * changes until it is used.
 * @throws AppError record_not_found, also for somebody deactivated
 */
export async function renewLink(db: Database, { actor, userId, now }: Target & { now: Date }): Promise<{ token: string; email: string }> {
  return db.prisma.$transaction(async (tx) => {
    const user = await findUser(tx, actor.accountId, userId);
    if (user.deactivatedAt) throw new AppError("record_not_found", { kind: "config" });
    const token = await issuePasswordLink(tx, userId, now);
    await audited(tx, actor)("user.link-renewed", user.email);
    return { token, email: user.email };
  });
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, createSession, createUser, openTestDatabase } from "@/e2e/support/people";
import { sessionOf, type Session } from "@/lib/auth/session-of";
import type { Database } from "@/lib/db";
import { changeRole, deactivateUser, reactivateUser, renewLink } from "@/lib/users/change-access";
import { describeLink } from "@/lib/users/describe-link";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const now = new Date("2026-11-20T09:00:00Z");
const stored = (id: string) => db.prisma.user.findUniqueOrThrow({ where: { id } });
const trailOf = (accountId: string) => db.prisma.auditEvent.findMany({ where: { accountId }, orderBy: { at: "asc" } });

async function administratorWith(role: "administrator" | "planner" | "viewer") {
  const actor = await createSession(db);
  return { actor, user: await createUser(db, { accountId: actor.accountId, role }) };
}

test("a new role ends the person's sessions and stands in the audit trail, before and after", async () => {
  const { actor, user } = await administratorWith("viewer");
  expect(await changeRole(db, { actor, userId: user.id, role: "planner" })).toEqual({ outcome: "changed" });
  expect(await sessionOf(db, { sub: user.id, version: user.sessionVersion })).toBeNull();
  expect(await stored(user.id)).toMatchObject({ role: "planner", sessionVersion: 2 });
  const [event] = await trailOf(actor.accountId);
  expect(event).toMatchObject({ userId: actor.userId, userName: actor.name, action: "user.role-changed", subject: user.email });
  expect(event?.detail).toEqual({ role: { before: "viewer", after: "planner" } });
});

test("the same role again changes nothing and ends no session", async () => {
  const { actor, user } = await administratorWith("viewer");
  expect(await changeRole(db, { actor, userId: user.id, role: "viewer" })).toEqual({ outcome: "unchanged" });
  expect(await stored(user.id)).toMatchObject({ sessionVersion: 1 });
  expect(await trailOf(actor.accountId)).toHaveLength(0);
});

test("deactivating ends the sessions and open links; reactivating gives access back with the same password", async () => {
  const { actor, user } = await administratorWith("planner");
  const { token } = await renewLink(db, { actor, userId: user.id, now });
  expect(await deactivateUser(db, { actor, userId: user.id, now })).toEqual({ outcome: "changed" });
  expect(await sessionOf(db, { sub: user.id, version: 1 })).toBeNull();
  expect(await describeLink(db, token, now)).toEqual({ kind: "gone" });
  await expect(renewLink(db, { actor, userId: user.id, now })).rejects.toMatchObject({ code: "record_not_found" });
  expect(await reactivateUser(db, { actor, userId: user.id })).toEqual({ outcome: "changed" });
  expect(await stored(user.id)).toMatchObject({ deactivatedAt: null, passwordHash: user.passwordHash });
  const actions = (await trailOf(actor.accountId)).map(({ action }) => action);
  expect(actions).toEqual(["user.link-renewed", "user.deactivated", "user.reactivated"]);
});

test("the last administrator who can sign in is neither demoted nor deactivated; an invited one does not count", async () => {
  const actor = await createSession(db);
  await createUser(db, { accountId: actor.accountId, role: "administrator", invited: true });
  expect(await changeRole(db, { actor, userId: actor.userId, role: "viewer" })).toEqual({ outcome: "lastAdministrator" });
  expect(await deactivateUser(db, { actor, userId: actor.userId, now })).toEqual({ outcome: "lastAdministrator" });
  expect(await stored(actor.userId)).toMatchObject({ role: "administrator", deactivatedAt: null, sessionVersion: 1 });
});

test("two administrators who remove each other at the same moment leave one", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { actor, user } = await administratorWith("administrator");
    const other: Session = { ...actor, userId: user.id };
    const results = await Promise.all([
      deactivateUser(db, { actor, userId: user.id, now }),
      changeRole(db, { actor: other, userId: actor.userId, role: "viewer" }),
    ]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(["changed", "lastAdministrator"]);
    const left = await db.prisma.user.count({ where: { accountId: actor.accountId, role: "administrator", deactivatedAt: null } });
    expect(left).toBe(1);
  }
});

test("an administrator reaches nobody of another account", async () => {
  const stranger = await createSession(db);
  const victim = await createUser(db, { accountId: (await createAccount(db)).id, role: "viewer" });
  const target = { actor: stranger, userId: victim.id };
  const attempts = [
    () => changeRole(db, { ...target, role: "administrator" }),
    () => deactivateUser(db, { ...target, now }),
    () => reactivateUser(db, target),
    () => renewLink(db, { ...target, now }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "record_not_found" });
  expect(await stored(victim.id)).toMatchObject({ role: "viewer", deactivatedAt: null, sessionVersion: 1 });
  expect(await trailOf(stranger.accountId)).toHaveLength(0);
});

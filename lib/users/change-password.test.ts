import { afterAll, beforeAll, expect, test } from "vitest";
import { createSession, openTestDatabase, testPassword } from "@/e2e/support/people";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import { sessionOf } from "@/lib/auth/session-of";
import type { Database } from "@/lib/db";
import { renewLink } from "@/lib/users/change-access";
import { changePassword } from "@/lib/users/change-password";
import { describeLink } from "@/lib/users/describe-link";
import { updateProfile } from "@/lib/users/update-profile";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const now = new Date("2026-11-20T09:00:00Z");
const next = "the next password";
const secret = "secret";

test("a new password ends every session but the one that gets the new version", async () => {
  const session = await createSession(db);
  const { token } = await renewLink(db, { actor: session, userId: session.userId, now });
  expect(await changePassword(db, { session, current: testPassword, next, secret, now })).toEqual({ outcome: "changed", sessionVersion: 2 });
  expect(await sessionOf(db, { sub: session.userId, version: 1 })).toBeNull();
  expect(await sessionOf(db, { sub: session.userId, version: 2 })).not.toBeNull();
  expect(await describeLink(db, token, now)).toEqual({ kind: "gone" });
  const signIn = (password: string) => checkSignIn(db, { email: session.email, password, address: password, secret, now });
  expect([(await signIn(next)).outcome, (await signIn(testPassword)).outcome]).toEqual(["accepted", "refused"]);
});

test("without the current password nothing changes, and guessing it is slowed down", async () => {
  const session = await createSession(db);
  for (let time = 0; time < 5; time += 1) {
    expect(await changePassword(db, { session, current: "a guess", next, secret, now })).toEqual({ outcome: "wrongPassword" });
  }
  const slowed = await changePassword(db, { session, current: testPassword, next, secret, now });
  expect(slowed).toEqual({ outcome: "throttled", retryAt: new Date("2026-11-20T09:00:15Z") });
  expect(await sessionOf(db, { sub: session.userId, version: 1 })).not.toBeNull();
});

test("guesses at the sign-in page do not keep the person from changing the password", async () => {
  const session = await createSession(db);
  for (let time = 0; time < 6; time += 1) await checkSignIn(db, { email: session.email, password: "a guess", address: "elsewhere", secret, now });
  expect((await changePassword(db, { session, current: testPassword, next, secret, now })).outcome).toBe("changed");
});

test("neither password stands in the audit trail", async () => {
  const session = await createSession(db);
  await changePassword(db, { session, current: testPassword, next, secret, now });
  const trail = JSON.stringify(await db.prisma.auditEvent.findMany({ where: { accountId: session.accountId } }));
  expect(trail).toContain("user.password-changed");
  expect(trail).not.toMatch(new RegExp(`${testPassword}|${next}|argon2`));
});

test("a changed name and language are kept with what they were; saving the same again writes nothing", async () => {
  const session = await createSession(db, { name: "Marit" });
  await updateProfile(db, session, { name: "Marit de Vries", locale: "de" });
  expect(await sessionOf(db, { sub: session.userId, version: 1 })).toMatchObject({ name: "Marit de Vries", locale: "de" });
  const changed = { ...session, name: "Marit de Vries", locale: "de" } as const;
  await updateProfile(db, changed, { name: "Marit de Vries", locale: "de" });
  const trail = await db.prisma.auditEvent.findMany({ where: { accountId: session.accountId } });
  expect(trail.map(({ detail }) => detail)).toEqual([{ name: { before: "Marit", after: "Marit de Vries" }, locale: { before: "nl", after: "de" } }]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createAccount, createUser, openTestDatabase } from "@/e2e/support/people";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import type { Database } from "@/lib/db";
import { describeLink } from "@/lib/users/describe-link";
import { makeSetupToken } from "@/lib/users/setup-link";
import { choosePassword, createFirstAccount } from "@/lib/users/use-link";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
beforeEach(async () => {
  await db.pool.query("TRUNCATE account, app_user, invitation_token, audit_event CASCADE");
});
afterAll(() => db.close());

const now = new Date("2026-11-20T09:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 60 * 60_000);
const person = { company: "Bakker Klimaat", name: "Anna Bakker", email: "anna@bakker.example", password: "anna's password", locale: "nl", now } as const;

async function setupToken(): Promise<string> {
  const token = await makeSetupToken(db, now);
  if (!token) throw new Error("There is no user yet.");
  return token;
}

test("on an empty installation the link creates the account and its administrator, who can sign in", async () => {
  const token = await setupToken();
  expect(await describeLink(db, token, now)).toEqual({ kind: "firstAccount" });
  expect(await createFirstAccount(db, { token, ...person })).toEqual({ outcome: "done", email: person.email });
  const user = await db.prisma.user.findUniqueOrThrow({ where: { email: person.email }, include: { account: true } });
  expect(user).toMatchObject({ role: "administrator", name: "Anna Bakker", account: { name: "Bakker Klimaat", locale: "nl" } });
  const signIn = { email: person.email, password: person.password, address: "test", secret: "secret", now };
  expect((await checkSignIn(db, signIn)).outcome).toBe("accepted");
});

test("once there is a user no link is made and none works, however it came about", async () => {
  const token = await setupToken();
  await createUser(db, { accountId: (await createAccount(db)).id });
  expect(await makeSetupToken(db, now)).toBeNull();
  expect(await describeLink(db, token, now)).toEqual({ kind: "gone" });
  expect(await createFirstAccount(db, { token, ...person })).toEqual({ outcome: "gone" });
  expect(await db.prisma.account.count()).toBe(1);
});

test("the link is good for a day, a second one replaces it, and it sets nobody's password", async () => {
  const older = await setupToken();
  const token = await setupToken();
  expect(await describeLink(db, older, now)).toEqual({ kind: "gone" });
  expect(await describeLink(db, token, hours(23.9))).toEqual({ kind: "firstAccount" });
  expect(await describeLink(db, token, hours(24))).toEqual({ kind: "gone" });
  expect(await createFirstAccount(db, { token, ...person, now: hours(24) })).toEqual({ outcome: "gone" });
  expect(await choosePassword(db, { token, password: "a chosen password", locale: "en", now })).toEqual({ outcome: "gone" });
});

test("two people who use it at the same moment make one account", async () => {
  const token = await setupToken();
  const both = [person, { ...person, email: "other@bakker.example" }];
  const outcomes = await Promise.all(both.map((one) => createFirstAccount(db, { token, ...one })));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["done", "gone"]);
  expect([await db.prisma.account.count(), await db.prisma.user.count()]).toEqual([1, 1]);
});

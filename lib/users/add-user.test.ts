import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import type { Database } from "@/lib/db";
import { addUser } from "@/lib/users/add-user";
import { describeLink } from "@/lib/users/describe-link";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const now = new Date("2026-11-20T09:00:00Z");
const person = { name: "Ton", role: "administrator", password: null, now } as const;

test("a new name makes a new account, the same name again adds to it", async () => {
  const first = await addUser(db, { ...person, account: "Ton Techniek", email: "ton@add.example" });
  const second = await addUser(db, { ...person, account: "Ton Techniek", email: "tina@add.example" });
  expect([first, second]).toMatchObject([{ outcome: "added", isNewAccount: true }, { outcome: "added", isNewAccount: false }]);
  const account = await db.prisma.account.findFirstOrThrow({ where: { name: "Ton Techniek" }, include: { users: true } });
  expect(account.users).toHaveLength(2);
  expect(await db.prisma.auditEvent.findMany({ where: { accountId: account.id } })).toMatchObject([{ userId: null, action: "user.added" }, { userId: null, action: "user.added" }]);
});

test("it issues a one-time link, or sets the password that was given", async () => {
  const linked = await addUser(db, { ...person, account: "Links", email: "link@add.example" });
  const token = linked.outcome === "added" ? linked.token : null;
  expect(await describeLink(db, token ?? "", now)).toMatchObject({ kind: "password", email: "link@add.example" });
  const given = await addUser(db, { ...person, account: "Links", email: "given@add.example", password: "a given password" });
  expect(given).toMatchObject({ outcome: "added", token: null });
  const signIn = { email: "given@add.example", password: "a given password", address: "test", secret: "secret", now };
  expect((await checkSignIn(db, signIn)).outcome).toBe("accepted");
});

test("a taken address and a name that several accounts have are refused; the id decides", async () => {
  const [one] = await Promise.all([createAccount(db, "Twice"), createAccount(db, "Twice")]);
  expect(await addUser(db, { ...person, account: "Twice", email: "which@add.example" })).toMatchObject({ outcome: "ambiguousAccount", accounts: [{ name: "Twice" }, { name: "Twice" }] });
  expect(await addUser(db, { ...person, account: one.id, email: "which@add.example" })).toMatchObject({ outcome: "added", isNewAccount: false });
  expect(await addUser(db, { ...person, account: "Anywhere", email: "which@add.example" })).toEqual({ outcome: "emailTaken" });
  expect(await db.prisma.account.count({ where: { name: "Anywhere" } })).toBe(0);
});

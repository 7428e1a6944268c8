import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, createUser, openTestDatabase } from "@/e2e/support/people";
import { admit } from "@/lib/auth/session";
import { sessionOf } from "@/lib/auth/session-of";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

test("role, name and account come from the database as they are now, not from the cookie", async () => {
  const account = await createAccount(db, "De Vries Installatie");
  const user = await createUser(db, { accountId: account.id, role: "planner" });
  await db.prisma.user.update({ where: { id: user.id }, data: { role: "viewer", name: "Piet" } });
  expect(await sessionOf(db, { sub: user.id, version: 1 })).toEqual({
    userId: user.id,
    accountId: account.id,
    accountName: "De Vries Installatie",
    name: "Piet",
    email: user.email,
    role: "viewer",
    locale: "nl",
    timeZone: "Europe/Amsterdam",
  });
});

test("a session ends when its version is outdated, and when the person is deactivated or gone", async () => {
  const user = await createUser(db, { accountId: (await createAccount(db)).id });
  const claim = { sub: user.id, version: 1 };
  expect(await sessionOf(db, claim)).not.toBeNull();
  expect(await sessionOf(db, { ...claim, version: 2 })).toBeNull();
  await db.prisma.user.update({ where: { id: user.id }, data: { deactivatedAt: new Date() } });
  expect(await sessionOf(db, claim)).toBeNull();
  expect(await sessionOf(db, { sub: "00000000-0000-4000-8000-000000000000", version: 1 })).toBeNull();
});

test("the person's language wins over the account's; one that is not spoken here does not count", async () => {
  const account = await db.prisma.account.create({ data: { name: "Müller", locale: "de" } });
  const localeOf = async (locale: string | null) => {
    const user = await createUser(db, { accountId: account.id });
    await db.prisma.user.update({ where: { id: user.id }, data: { locale } });
    return (await sessionOf(db, { sub: user.id, version: 1 }))?.locale;
  };
  expect([await localeOf("pt"), await localeOf(null), await localeOf("xx")]).toEqual(["pt", "de", "de"]);
});

test("who is signed out and whose role is too low get different errors", async () => {
  const user = await createUser(db, { accountId: (await createAccount(db)).id, role: "planner" });
  const session = await sessionOf(db, { sub: user.id, version: 1 });
  const codeOf = (work: () => unknown) => {
    try {
      work();
      return "admitted";
    } catch (error) {
      return error instanceof AppError ? error.code : "another error";
    }
  };
  expect(codeOf(() => admit(null, "viewer"))).toBe("signed_out");
  expect(codeOf(() => admit(session, "administrator"))).toBe("forbidden");
  expect(codeOf(() => admit(session, "planner"))).toBe("admitted");
});

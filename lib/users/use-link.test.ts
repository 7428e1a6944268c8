import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, createUser, openTestDatabase, testPassword } from "@/e2e/support/people";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import { sessionOf } from "@/lib/auth/session-of";
import type { Database } from "@/lib/db";
import { renewLink } from "@/lib/users/change-access";
import { describeLink } from "@/lib/users/describe-link";
import { choosePassword } from "@/lib/users/use-link";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const now = new Date("2026-11-20T09:00:00Z");
const signsIn = async (email: string, password: string) =>
  (await checkSignIn(db, { email, password, address: `${email} ${password}`, secret: "secret", now })).outcome;

async function personWithLink() {
  const user = await createUser(db, { accountId: (await createAccount(db)).id });
  const actor = { accountId: user.accountId, userId: null, name: "test" };
  const renew = async () => (await renewLink(db, { actor, userId: user.id, now })).token;
  return { user, renew, token: await renew() };
}

test("the chosen password signs in, the old one no longer does, and older sessions end", async () => {
  const { user, token } = await personWithLink();
  expect(await choosePassword(db, { token, password: "a chosen password", locale: "en", now })).toEqual({ outcome: "done", email: user.email });
  expect([await signsIn(user.email, "a chosen password"), await signsIn(user.email, testPassword)]).toEqual(["accepted", "refused"]);
  expect(await sessionOf(db, { sub: user.id, version: user.sessionVersion })).toBeNull();
});

test("a link works once, also when it is used twice at the same moment", async () => {
  const { user, token } = await personWithLink();
  const uses = await Promise.all(["first password", "second password"].map((password) => choosePassword(db, { token, password, locale: "en", now })));
  expect(uses.map(({ outcome }) => outcome).sort()).toEqual(["done", "gone"]);
  expect(await choosePassword(db, { token, password: "third password", locale: "en", now })).toEqual({ outcome: "gone" });
  expect(await signsIn(user.email, "third password")).toBe("refused");
  expect(await describeLink(db, token, now)).toEqual({ kind: "gone" });
});

test("the language of the page becomes the person's, who keeps it when choosing a password again", async () => {
  const { user, token, renew } = await personWithLink();
  const localeOf = async () => (await db.prisma.user.findUniqueOrThrow({ where: { id: user.id } })).locale;
  await choosePassword(db, { token, password: "a chosen password", locale: "de", now });
  expect(await localeOf()).toBe("de");
  await choosePassword(db, { token: await renew(), password: "another password", locale: "pt", now });
  expect(await localeOf()).toBe("de");
});

test("a newer link replaces the older one", async () => {
  const { token, renew } = await personWithLink();
  const newer = await renew();
  expect(await describeLink(db, token, now)).toEqual({ kind: "gone" });
  expect(await describeLink(db, newer, now)).toMatchObject({ kind: "password" });
});

test("a made-up link and one of somebody deactivated lead nowhere", async () => {
  const { user, token } = await personWithLink();
  await db.prisma.user.update({ where: { id: user.id }, data: { deactivatedAt: now } });
  for (const one of [token, "made-up", ""]) {
    expect(await describeLink(db, one, now)).toEqual({ kind: "gone" });
    expect(await choosePassword(db, { token: one, password: "a chosen password", locale: "en", now })).toEqual({ outcome: "gone" });
  }
});

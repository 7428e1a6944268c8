import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, createUser, openTestDatabase, testPassword } from "@/e2e/support/people";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import type { Database } from "@/lib/db";

let db: Database;
let accountId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  accountId = (await createAccount(db)).id;
});
afterAll(() => db.close());

const now = new Date("2026-11-20T09:00:00Z");
let addresses = 0;
const attempt = (email: string, password: string) => checkSignIn(db, { email, password, address: `address ${(addresses += 1)}`, secret: "secret", now });

test("the right password signs in, whatever the letters of the address, and the moment is kept", async () => {
  const user = await createUser(db, { accountId, email: "marit@test.example" });
  expect(await attempt(" Marit@TEST.example ", testPassword)).toEqual({ outcome: "accepted", userId: user.id, sessionVersion: 1 });
  expect((await db.prisma.user.findUniqueOrThrow({ where: { id: user.id } })).lastSignInAt).toEqual(now);
});

test("a wrong password, an unknown user, one who is deactivated and one without a password all get the same answer", async () => {
  const known = await createUser(db, { accountId });
  const invited = await createUser(db, { accountId, invited: true });
  const gone = await createUser(db, { accountId });
  await db.prisma.user.update({ where: { id: gone.id }, data: { deactivatedAt: now } });
  const answers = [
    await attempt(known.email, "something else"),
    await attempt("nobody@test.example", testPassword),
    await attempt(gone.email, testPassword),
    await attempt(invited.email, ""),
  ];
  expect(answers).toEqual(Array.from({ length: 4 }, () => ({ outcome: "refused" })));
});

test("unknown users are slowed down like known ones, so that the waiting tells nothing either", async () => {
  const known = await createUser(db, { accountId });
  for (let time = 0; time < 5; time += 1) {
    await attempt(known.email, "wrong");
    await attempt("unknown@test.example", "wrong");
  }
  const answers = [await attempt(known.email, testPassword), await attempt("unknown@test.example", testPassword)];
  expect(answers).toEqual(answers.map(() => ({ outcome: "throttled", retryAt: new Date("2026-11-20T09:00:15Z") })));
});

test("signing in again and again with the right password is never slowed down", async () => {
  const user = await createUser(db, { accountId });
  for (let time = 0; time < 8; time += 1) expect((await attempt(user.email, testPassword)).outcome).toBe("accepted");
});

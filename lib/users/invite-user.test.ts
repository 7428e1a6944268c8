import { afterAll, beforeAll, expect, test } from "vitest";
import { createSession, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { describeLink } from "@/lib/users/describe-link";
import { inviteUser } from "@/lib/users/invite-user";
import { listUsers } from "@/lib/users/list-users";
import { choosePassword } from "@/lib/users/use-link";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const now = new Date("2026-11-20T09:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60_000);

async function invite(email: string) {
  const actor = await createSession(db);
  const result = await inviteUser(db, { actor, name: "Piet", email, role: "planner", now });
  if (result.outcome !== "invited") throw new Error("The address was free.");
  return { actor, ...result };
}

test("an invited person has no password, a link that says who it is for, and is listed as invited", async () => {
  const { actor, token } = await invite("piet@invite.example");
  expect(await describeLink(db, token, now)).toMatchObject({ kind: "password", name: "Piet", email: "piet@invite.example", accountName: actor.accountName });
  const users = await listUsers(db, actor.accountId);
  expect(users.map(({ email, role, state }) => ({ email, role, state }))).toContainEqual({ email: "piet@invite.example", role: "planner", state: "invited" });
});

test("the link is stored as a digest only, and neither it nor a password stands in the audit trail", async () => {
  const { actor, token } = await invite("secret@invite.example");
  const tokens = JSON.stringify(await db.prisma.invitationToken.findMany());
  const trail = JSON.stringify(await db.prisma.auditEvent.findMany({ where: { accountId: actor.accountId } }));
  expect(tokens).not.toContain(token);
  expect(trail).toContain("secret@invite.example");
  expect(trail).not.toContain(token);
});

test("looking at a link does not use it up; it ends after seven days", async () => {
  const { token } = await invite("slow@invite.example");
  expect(await describeLink(db, token, days(6.9))).toMatchObject({ kind: "password" });
  expect(await describeLink(db, token, days(7))).toEqual({ kind: "gone" });
  expect(await choosePassword(db, { token, password: "a new password", locale: "en", now: days(7) })).toEqual({ outcome: "gone" });
});

test("an address that signs in already is refused, in one's own account and in another, also at the same moment", async () => {
  const { actor } = await invite("taken@invite.example");
  const elsewhere = await createSession(db);
  const again = { name: "Somebody", email: "taken@invite.example", role: "viewer", now } as const;
  expect(await inviteUser(db, { ...again, actor })).toEqual({ outcome: "emailTaken" });
  expect(await inviteUser(db, { ...again, actor: elsewhere })).toEqual({ outcome: "emailTaken" });
  const twice = { ...again, email: "twice@invite.example", actor };
  const outcomes = (await Promise.all([inviteUser(db, twice), inviteUser(db, twice)])).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(["emailTaken", "invited"]);
  expect(await db.prisma.auditEvent.count({ where: { accountId: elsewhere.accountId } })).toBe(0);
});

test("the list names the people of one's own account, deactivated ones last", async () => {
  const { actor, userId } = await invite("list@invite.example");
  await invite("other@invite.example");
  await db.prisma.user.update({ where: { id: actor.userId }, data: { deactivatedAt: now, name: "Aad" } });
  const users = await listUsers(db, actor.accountId);
  expect(users.map(({ id, state }) => [id, state])).toEqual([
    [userId, "invited"],
    [actor.userId, "deactivated"],
  ]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { createSession, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { cancelLicence, orderLicence, startTrial } from "@/lib/licences/change-licence";
import { getLicence, listLicences } from "@/lib/licences/get-licence";
import { licenceStanding } from "@/lib/licences/licence-standing";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const now = new Date("2026-11-20T09:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60_000);
const request = async () => ({ session: await createSession(db), vendor: "cash", now, trialDays: 14 });
const standing = async (accountId: string, at = now) => licenceStanding(await getLicence(db, accountId, "cash"), at).state;

test("an order makes the licence active, and a second one changes nothing", async () => {
  const order = await request();
  expect(await orderLicence(db, order)).toEqual({ outcome: "done" });
  expect(await orderLicence(db, { ...order, now: days(1) })).toEqual({ outcome: "refused" });
  expect(await getLicence(db, order.session.accountId, "cash")).toMatchObject({ state: "active", startedAt: now, endsAt: null });
});

test("the trial ends by itself after its days, and can be taken once only", async () => {
  const trial = await request();
  const { accountId } = trial.session;
  expect(await startTrial(db, trial)).toEqual({ outcome: "done" });
  expect([await standing(accountId, days(13.9)), await standing(accountId, days(14))]).toEqual(["trial", "lapsed"]);
  expect(await startTrial(db, { ...trial, now: days(20) })).toEqual({ outcome: "refused" });
});

test("cancelling ends a licence at once; ordering again brings it back without a new trial", async () => {
  const licence = await request();
  const { accountId } = licence.session;
  await startTrial(db, licence);
  expect(await cancelLicence(db, { ...licence, now: days(1) })).toEqual({ outcome: "done" });
  expect(await standing(accountId, days(1))).toBe("cancelled");
  expect(await cancelLicence(db, { ...licence, now: days(2) })).toEqual({ outcome: "refused" });
  expect(await startTrial(db, { ...licence, now: days(2) })).toEqual({ outcome: "refused" });
  expect(await orderLicence(db, { ...licence, now: days(3) })).toEqual({ outcome: "done" });
  expect(await getLicence(db, accountId, "cash")).toMatchObject({ state: "active", startedAt: days(3), endsAt: null, trialUsedAt: now });
});

test("there is nothing to cancel without a licence, nor after a trial has lapsed", async () => {
  const licence = await request();
  expect(await cancelLicence(db, licence)).toEqual({ outcome: "refused" });
  await startTrial(db, licence);
  expect(await cancelLicence(db, { ...licence, now: days(15) })).toEqual({ outcome: "refused" });
});

test("each change stands in the audit trail with what it was before; refused ones do not", async () => {
  const licence = await request();
  await startTrial(db, licence);
  await startTrial(db, licence);
  await orderLicence(db, licence);
  await cancelLicence(db, licence);
  const trail = await db.prisma.auditEvent.findMany({ where: { accountId: licence.session.accountId }, orderBy: [{ at: "asc" }] });
  expect(trail.map(({ action, subject, detail }) => [action, subject, detail])).toEqual([
    ["licence.trial-started", "cash", { licence: { before: "none", after: "trial" } }],
    ["licence.ordered", "cash", { licence: { before: "trial", after: "active" } }],
    ["licence.cancelled", "cash", { licence: { before: "active", after: "cancelled" } }],
  ]);
});

test("several clicks at the same moment take the trial once", async () => {
  for (let round = 0; round < 5; round += 1) {
    const trial = await request();
    await orderLicence(db, trial);
    await cancelLicence(db, trial);
    const outcomes = (await Promise.all(Array.from({ length: 4 }, () => startTrial(db, trial)))).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(["done", "refused", "refused", "refused"]);
  }
});

test("a licence is one account's: another has none of it, and each vendor has its own", async () => {
  const [own, other] = [await request(), await request()];
  await orderLicence(db, own);
  await orderLicence(db, { ...own, vendor: "easybill" });
  expect([...(await listLicences(db, own.session.accountId)).keys()].sort()).toEqual(["cash", "easybill"]);
  expect((await listLicences(db, other.session.accountId)).size).toBe(0);
  expect(await cancelLicence(db, other)).toEqual({ outcome: "refused" });
  expect(await standing(own.session.accountId)).toBe("active");
});

import { expect, test } from "vitest";
import { licenceCard } from "@/lib/licences/licence-card";
import { daysLeft, licenceStanding } from "@/lib/licences/licence-standing";

const now = new Date("2026-11-20T09:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60_000);

test.each([
  [null, { state: "none", usable: false, endsAt: null }],
  [{ state: "active", endsAt: null }, { state: "active", usable: true, endsAt: null }],
  [{ state: "trial", endsAt: days(3) }, { state: "trial", usable: true, endsAt: days(3) }],
  [{ state: "trial", endsAt: now }, { state: "lapsed", usable: false, endsAt: now }],
  [{ state: "cancelled", endsAt: now }, { state: "cancelled", usable: false, endsAt: now }],
  [{ state: "cancelled", endsAt: days(1) }, { state: "cancelled", usable: true, endsAt: days(1) }],
  [{ state: "cancelled", endsAt: null }, { state: "cancelled", usable: false, endsAt: null }],
] as const)("%j stands as %j", (licence, standing) => {
  expect(licenceStanding(licence, now)).toEqual(standing);
});

test("the last day of a trial counts as one, a day that is over as none", () => {
  expect([days(14), days(1), new Date(now.getTime() + 1), now, days(-3)].map((end) => daysLeft(end, now))).toEqual([14, 1, 1, 0, 0]);
});

test("the trial is offered until it has been taken, and not beside a licence", () => {
  const manifest = { id: "cash", name: "Cash", country: "NL", imports: [], hasAdministrations: true, requestsPerMinute: () => 60, trialDays: 14 } as const;
  const licence = { id: "1", accountId: "1", vendor: "cash", startedAt: now, endsAt: null, trialUsedAt: null } as const;
  const canTry = (given: Parameters<typeof licenceCard>[1]) => licenceCard(manifest, given, now).canTry;
  expect(canTry(null)).toBe(true);
  expect(canTry({ ...licence, state: "active" })).toBe(false);
  expect(canTry({ ...licence, state: "cancelled", endsAt: now })).toBe(true);
  expect(canTry({ ...licence, state: "cancelled", endsAt: now, trialUsedAt: days(-9) })).toBe(false);
  expect(canTry({ ...licence, state: "trial", endsAt: now, trialUsedAt: days(-14) })).toBe(false);
});

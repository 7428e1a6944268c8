import { expect, test } from "vitest";
import { freshness, type FreshnessInput } from "@/lib/sync/freshness";
import { productionTiming } from "@/lib/timing";

const now = new Date("2026-11-21T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const timing = { ...productionTiming, now: () => now };
const usual: FreshnessInput = { state: "connected", stateReason: null, isLicensed: true, pausedAt: null, nextSyncAt: ago(-7), lastSuccessAt: ago(8), dueSince: null };
const stateOf = (changes: Partial<FreshnessInput>) => freshness({ ...usual, ...changes }, timing).state;

test("a due sync without success is late after fifteen minutes and an error after thirty", () => {
  expect(stateOf({})).toBe("onTime");
  expect(stateOf({ dueSince: ago(14) })).toBe("onTime");
  expect(stateOf({ dueSince: ago(15) })).toBe("late");
  expect(stateOf({ dueSince: ago(29) })).toBe("late");
  expect(stateOf({ dueSince: ago(30) })).toBe("error");
});

test("a slot that passed unnoticed counts as well: the schedule itself may stand still", () => {
  expect(stateOf({ nextSyncAt: ago(16) })).toBe("late");
  expect(stateOf({ nextSyncAt: ago(31) })).toBe("error");
});

test("a new connection waits for its first sync, until that is late too", () => {
  expect(stateOf({ lastSuccessAt: null })).toBe("firstSync");
  expect(stateOf({ lastSuccessAt: null, nextSyncAt: null })).toBe("firstSync");
  expect(stateOf({ lastSuccessAt: null, dueSince: ago(20) })).toBe("late");
});

test("what keeps syncs from being due comes first, with its reason", () => {
  const broken = { dueSince: ago(99) };
  expect(stateOf({ ...broken, state: "disconnected", isLicensed: false })).toBe("notConnected");
  expect(stateOf({ ...broken, isLicensed: false, pausedAt: now })).toBe("noLicence");
  expect(stateOf({ ...broken, pausedAt: now })).toBe("paused");
  expect(freshness({ ...usual, ...broken, state: "action_required", stateReason: "missing_rights" }, timing)).toEqual({
    state: "actionRequired",
    reason: "missing_rights",
    lastSuccessAt: usual.lastSuccessAt,
    nextSyncAt: null,
  });
});

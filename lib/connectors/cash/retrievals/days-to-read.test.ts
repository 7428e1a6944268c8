import { describe, expect, it } from "vitest";
import { planChanges, writeCursor } from "./cursor";
import { daysToRead } from "./days-to-read";

describe("the days to ask changes for", () => {
  it.each([
    ["2026-11-20T10:00:00Z", "2026-11-20T10:15:00Z", 1, "the same day"],
    ["2026-11-20T22:50:00Z", "2026-11-20T23:05:00Z", 2, "midnight in Amsterdam, not in London"],
    ["2026-06-20T21:50:00Z", "2026-06-20T22:05:00Z", 2, "midnight in summer"],
    ["2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z", 3, "over the end of summer time"],
    ["2026-02-28T12:00:00Z", "2026-03-01T12:00:00Z", 2, "over the end of a month"],
    ["2026-11-20T10:00:00Z", "2026-11-19T10:00:00Z", 1, "a clock that went back"],
    ["2026-10-22T12:00:00Z", "2026-11-20T12:00:00Z", 30, "just not too long"],
  ])("from %s to %s are %i: %s", (since, now, days) => {
    expect(daysToRead(new Date(since), new Date(now))).toBe(days);
  });

  it("are none after a month: then everything is read", () => {
    expect(daysToRead(new Date("2026-10-21T12:00:00Z"), new Date("2026-11-20T12:00:00Z"))).toBeNull();
  });
});

describe("the cursor of a pass", () => {
  const now = new Date("2026-11-20T10:15:00Z");
  const since = writeCursor(new Date("2026-11-20T10:00:00Z"), ["17", "4"]);

  it("says where the next one starts", () => {
    expect(planChanges({ mode: "changes", since }, now)).toEqual({ days: 1, blockedBefore: new Set(["17", "4"]) });
    expect(planChanges({ mode: "changes", since: JSON.parse(JSON.stringify(since)) }, now)).not.toBeNull();
  });

  it("of a table without customers, or with too many blocked ones, names none", () => {
    expect(planChanges({ mode: "changes", since: writeCursor(now) }, now)).toEqual({ days: 1, blockedBefore: null });
    expect(planChanges({ mode: "changes", since: writeCursor(now, null) }, now)).toEqual({ days: 1, blockedBefore: null });
  });

  it("is of no use when everything is asked for, when it is old, or when it is none", () => {
    expect(planChanges({ mode: "complete", since }, now)).toBeNull();
    expect(planChanges({ mode: "changes", since: null }, now)).toBeNull();
    expect(planChanges({ mode: "changes", since: { page: 7 } }, now)).toBeNull();
    expect(planChanges({ mode: "changes", since: writeCursor(new Date("2026-09-01T00:00:00Z")) }, now)).toBeNull();
  });
});

import { expect, test } from "vitest";
import { isQuiet, readClock, writeClock, type QuietHours } from "@/lib/notices/quiet-hours";

const of = (from: string, to: string): QuietHours => ({ from: readClock(from) ?? NaN, to: readClock(to) ?? NaN });
const night = of("22:00", "07:00");

test.each([
  // In November Amsterdam is one hour ahead of UTC, in July two.
  ["2026-11-20T20:59:59Z", false],
  ["2026-11-20T21:00:00Z", true],
  ["2026-11-20T23:30:00Z", true],
  ["2026-11-21T05:59:59Z", true],
  ["2026-11-21T06:00:00Z", false],
  ["2026-07-20T20:00:00Z", true],
  ["2026-07-21T04:59:59Z", true],
  ["2026-07-21T05:00:00Z", false],
])("at %s the night of Amsterdam is quiet: %s", (moment, expected) => {
  expect(isQuiet(new Date(moment), "Europe/Amsterdam", night)).toBe(expected);
});

test.each([
  ["2026-03-29T00:59:00Z", true, "01:59, before the clock is put on"],
  ["2026-03-29T01:00:00Z", false, "03:00: half past two does not come in this night, and the quiet hours are over"],
  ["2026-10-25T00:10:00Z", true, "02:10 in summer time"],
  ["2026-10-25T00:40:00Z", false, "02:40 in summer time"],
  ["2026-10-25T01:10:00Z", true, "02:10 again, in winter time: the clock on the wall counts"],
  ["2026-10-25T01:40:00Z", false, "02:40 again"],
])("at %s until half past two it is quiet: %s (%s)", (moment, expected) => {
  expect(isQuiet(new Date(moment), "Europe/Berlin", of("22:00", "02:30"))).toBe(expected);
});

test("hours within one day, and none at all", () => {
  const noon = new Date("2026-11-20T12:00:00Z");
  expect([of("11:00", "13:00"), of("12:00", "13:00"), of("11:00", "12:00"), null].map((quiet) => isQuiet(noon, "UTC", quiet))).toEqual([true, true, false, false]);
});

test("a time of day is read as it is written, and nothing else is", () => {
  expect(["00:00", "07:15", "23:59"].map((text) => readClock(text))).toEqual([0, 435, 1439]);
  expect([0, 435, 1439].map(writeClock)).toEqual(["00:00", "07:15", "23:59"]);
  expect(["24:00", "7:15", "12:60", "noon", ""].map(readClock)).toEqual([null, null, null, null, null]);
});

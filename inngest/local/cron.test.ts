import { expect, test } from "vitest";
import { nextOccurrence, parseCron } from "./cron";

const occurrences = (expression: string, after: string, count: number): string[] => {
  const schedule = parseCron(expression);
  const found: string[] = [];
  let moment = new Date(after);
  while (found.length < count) {
    moment = nextOccurrence(schedule, moment);
    found.push(moment.toISOString().slice(0, 16));
  }
  return found;
};

test.each([
  ["* * * * *", "2026-03-01T10:00:00Z", ["2026-03-01T10:01", "2026-03-01T10:02"]],
  ["* * * * *", "2026-03-01T10:00:59.999Z", ["2026-03-01T10:01"]],
  ["*/15 * * * *", "2026-12-31T23:40:00Z", ["2026-12-31T23:45", "2027-01-01T00:00"]],
  ["5/20 * * * *", "2026-03-01T10:00:00Z", ["2026-03-01T10:05", "2026-03-01T10:25", "2026-03-01T10:45", "2026-03-01T11:05"]],
  ["0,30 8-10/2 * * *", "2026-03-01T08:00:00Z", ["2026-03-01T08:30", "2026-03-01T10:00", "2026-03-01T10:30", "2026-03-02T08:00"]],
  ["0 4 * * MON-FRI", "2026-11-20T04:00:00Z", ["2026-11-23T04:00"]],
  ["0 0 * * 7", "2026-11-21T00:00:00Z", ["2026-11-22T00:00", "2026-11-29T00:00"]],
  ["0 0 29 feb *", "2026-01-01T00:00:00Z", ["2028-02-29T00:00", "2032-02-29T00:00"]],
  ["0 0 13 * fri", "2026-11-10T00:00:00Z", ["2026-11-13T00:00", "2026-11-20T00:00"]],
  ["0 0 */10 * fri", "2026-11-22T00:00:00Z", ["2026-12-11T00:00"]],
])("%s after %s", (expression, after, expected) => {
  expect(occurrences(expression, after, expected.length)).toEqual(expected);
});

test("the hours are those of the named zone, in summer and in winter", () => {
  expect(occurrences("TZ=Europe/Amsterdam 30 3 * * *", "2026-03-27T12:00:00Z", 3)).toEqual(["2026-03-28T02:30", "2026-03-29T01:30", "2026-03-30T01:30"]);
  expect(occurrences("TZ=Asia/Kolkata 0 9 * * *", "2026-03-27T12:00:00Z", 1)).toEqual(["2026-03-28T03:30"]);
});

test("a time that summer time skips does not occur, one that it repeats occurs once", () => {
  expect(occurrences("TZ=Europe/Amsterdam 30 2 * * *", "2026-03-28T12:00:00Z", 1)).toEqual(["2026-03-30T00:30"]);
  expect(occurrences("TZ=Europe/Amsterdam 30 2 * * *", "2026-10-24T12:00:00Z", 2)).toEqual(["2026-10-25T00:30", "2026-10-26T01:30"]);
});

test("an hourly schedule goes on through the repeated hour", () => {
  expect(occurrences("TZ=Europe/Amsterdam 0 * * * *", "2026-10-24T23:30:00Z", 3)).toEqual(["2026-10-25T00:00", "2026-10-25T01:00", "2026-10-25T02:00"]);
});

test.each(["", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "*/0 * * * *", "5-1 * * * *", "a * * * *", "1-2-3 * * * *", "1/2/3 * * * *", "*-5 * * * *", "@hourly", "TZ=Mars/Base * * * * *"])(
  "%j is refused",
  (expression) => {
    expect(() => parseCron(expression)).toThrow();
  },
);

test("a date that does not exist is found out", () => {
  expect(() => nextOccurrence(parseCron("0 0 30 2 *"), new Date())).toThrow("never occurs");
});

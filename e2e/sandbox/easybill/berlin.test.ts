import { expect, test } from "vitest";
import { toBerlinDate, toBerlinDateTime } from "./berlin";

test("moments are written in Berlin's time, in summer and in winter", () => {
  expect(toBerlinDateTime(Date.UTC(2026, 6, 1, 22, 30))).toBe("2026-07-02 00:30:00");
  expect(toBerlinDateTime(Date.UTC(2026, 0, 1, 22, 30, 5))).toBe("2026-01-01 23:30:05");
  expect(toBerlinDate(Date.UTC(2026, 9, 25, 23, 30))).toBe("2026-10-26");
});

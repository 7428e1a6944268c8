import { expect, test } from "vitest";
import { isStatusCode, isStatusName, maximumCode, maximumName } from "@/lib/work-statuses/work-status-limits";

test("a code is a whole number with at most four digits", () => {
  expect([0, 1, maximumCode].every(isStatusCode)).toBe(true);
  expect([-1, 1.5, maximumCode + 1, Number.NaN, Number("2a")].some(isStatusCode)).toBe(false);
});

test("a name is there and not too long; blanks around it do not count", () => {
  expect([" a ", "x".repeat(maximumName), ` ${"x".repeat(maximumName)} `].every(isStatusName)).toBe(true);
  expect(["", "  ", "x".repeat(maximumName + 1)].some(isStatusName)).toBe(false);
});

import { describe, expect, it } from "vitest";
import { hoursOf, roundMinutes } from "@/lib/export/document/round-minutes";

describe("the minutes of a period", () => {
  it.each([
    [0, 0, 0], [7, 0, 7], [61, 0, 61],
    [0, 5, 0], [1, 5, 5], [5, 5, 5], [6, 5, 10], [59, 5, 60],
    [0, 15, 0], [1, 15, 15], [7, 15, 15], [15, 15, 15], [16, 15, 30], [61, 15, 75],
    [0, 30, 0], [1, 30, 30], [30, 30, 30], [31, 30, 60], [1_439, 30, 1_440],
  ] as const)("%i in steps of %i are billed as %i", (minutes, step, billed) => {
    expect(roundMinutes(minutes, step)).toBe(billed);
  });

  it.each([0, 5, 15, 30] as const)("in steps of %i never go down, never by a whole step, and always to a whole one", (step) => {
    for (let minutes = 0; minutes <= 1_440; minutes += 1) {
      const billed = roundMinutes(minutes, step);
      expect(billed).toBeGreaterThanOrEqual(minutes);
      expect(billed - minutes).toBeLessThan(Math.max(step, 1));
      expect(step === 0 ? 0 : billed % step).toBe(0);
    }
  });
});

describe("hours", () => {
  it.each([[0, "0.00"], [15, "0.25"], [20, "0.33"], [40, "0.67"], [50, "0.83"], [60, "1.00"], [90, "1.50"], [480, "8.00"], [1_440, "24.00"]])("%i minutes are %s", (minutes, hours) => {
    expect(hoursOf(minutes)).toBe(hours);
  });

  it("go half up, exactly as whole numbers do", () => {
    for (let minutes = 0; minutes <= 1_440; minutes += 1) {
      const hundredths = Math.floor((minutes * 100 + 30) / 60);
      expect(hoursOf(minutes)).toBe(`${String(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, "0")}`);
    }
  });
});

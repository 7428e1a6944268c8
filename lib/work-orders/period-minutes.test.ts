import { expect, it } from "vitest";
import { periodMinutes } from "@/lib/work-orders/period-minutes";

const minutes = (beginMinute: number | null, endMinute: number | null, breakMinutes = 0, totalMinutes: number | null = null) =>
  periodMinutes({ beginMinute, endMinute, breakMinutes, totalMinutes });

it("takes the total as it was entered, whatever begin and end say", () => {
  expect(minutes(480, 540, 0, 90)).toBe(90);
  expect(minutes(null, null, 30, 0)).toBe(0);
});

it("counts from begin to end without the break, also over midnight", () => {
  expect(minutes(490, 600, 15)).toBe(95);
  expect(minutes(1_380, 60)).toBe(120);
  expect(minutes(480, 480)).toBe(0);
});

it("knows nothing of a period with neither, or with a break longer than the work", () => {
  expect([minutes(480, null), minutes(null, 480), minutes(480, 500, 30)]).toEqual([null, null, null]);
});

import { expect, test } from "vitest";
import { readRetry, retryDelay } from "./backoff";
import { productionEngineTiming } from "./timing";

const timing = { ...productionEngineTiming, retryJitter: 0 };

test("the pauses are those that Inngest documents, and the last one repeats", () => {
  const minutes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 50].map((attempt) => retryDelay({ type: "usual" }, attempt, timing) / 60_000);
  expect(minutes).toEqual([0.25, 0.5, 1, 2, 5, 10, 20, 40, 60, 120, 120, 120]);
});

test("chance lengthens a pause by a fifth at most", () => {
  for (let index = 0; index < 50; index++) {
    const delay = retryDelay({ type: "usual" }, 0, productionEngineTiming);
    expect(delay).toBeGreaterThanOrEqual(15_000);
    expect(delay).toBeLessThanOrEqual(18_000);
  }
});

test("the function's own wish comes before the usual pause", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  expect(readRetry("true", "5", now)).toEqual({ type: "never" });
  expect(readRetry("false", "5", now)).toEqual({ type: "after", milliseconds: 5000 });
  expect(readRetry("false", "2026-01-01T00:01:00.000Z", now)).toEqual({ type: "after", milliseconds: 60_000 });
  expect(readRetry("false", "2025-01-01T00:00:00.000Z", now)).toEqual({ type: "after", milliseconds: 0 });
  expect(readRetry("false", "soon", now)).toEqual({ type: "usual" });
  expect(readRetry(undefined, undefined, now)).toEqual({ type: "usual" });
  expect(retryDelay({ type: "after", milliseconds: 7 }, 9, timing)).toBe(7);
});

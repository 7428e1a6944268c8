import { expect, test } from "vitest";
import { measureEasybill } from "./measure";

test("within a small budget an import asks for no more than it needs, never meets 429, writes nothing anew, and lets exports in", { timeout: 5 * 60_000 }, async () => {
  const { requests, rateLimited, unchangedWrites, exports } = await measureEasybill({ plan: "plus", customers: 1_050, positions: 120, speed: 60, requestsPerMinute: 4 });
  expect({ rateLimited, unchangedWrites }).toEqual({ rateLimited: 0, unchangedWrites: 0 });
  expect(requests, "two pages of customers and one of each other list, and what is asked for once more").toBeLessThanOrEqual(6);
  expect(exports.count).toBeGreaterThan(0);
  expect(exports.longestExport).toBeGreaterThanOrEqual(exports.longestRequest);
});

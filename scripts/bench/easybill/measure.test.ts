import { expect, test } from "vitest";
import { measureEasybill } from "./measure";

test("within a small budget an import takes no longer than its requests must, never meets 429, writes nothing anew, and lets an export in at the next slot", { timeout: 5 * 60_000 }, async () => {
  const { limit, requests, rateLimited, waited, unchangedWrites, exports } = await measureEasybill({ plan: "plus", customers: 1_050, positions: 120, speed: 60, requestsPerMinute: 4 });
  expect({ rateLimited, unchangedWrites }).toEqual({ rateLimited: 0, unchangedWrites: 0 });
  expect(requests, "two pages of customers and one of each other list, and what is asked for once more").toBeLessThanOrEqual(6);
  // What the machine itself takes is in none of these figures.
  expect(waited).toBeLessThanOrEqual((1.05 * requests * 60) / limit);
  expect(exports.count).toBeGreaterThan(0);
  expect(exports.longestWait).toBeLessThanOrEqual(exports.slot * 1.05);
});

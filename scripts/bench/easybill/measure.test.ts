import { expect, test } from "vitest";
import { measureEasybill } from "./measure";

/** Fewer requests in all than the plan allows in a minute: nothing waits, and a busy machine changes nothing. How long anything takes is the benchmark's to print. */
test("an import asks for no more than it needs, writes nothing anew, and the requests of exports beside it are watched", async () => {
  const { limit, requests, rateLimited, unchangedWrites, exports } = await measureEasybill({ plan: "business", customers: 1_050, positions: 120, speed: 600, requestsPerMinute: 1_000 });
  expect({ limit, rateLimited, unchangedWrites }).toEqual({ limit: 1_000, rateLimited: 0, unchangedWrites: 0 });
  expect(requests, "two pages of customers and one of each other list, and what is asked for once more").toBeLessThanOrEqual(6);
  expect(exports.count).toBeGreaterThan(0);
  expect(exports.longestExport).toBeGreaterThanOrEqual(exports.longestPerRequest);
});

import { expect, test } from "vitest";
import { createRateLimit } from "@/lib/actions/rate-limit";
import { toAppError } from "@/lib/errors";

function codeOf(work: () => void) {
  try {
    work();
    return "allowed";
  } catch (thrown) {
    const { code, retryAfterMs } = toAppError(thrown);
    return [code, retryAfterMs];
  }
}

test("a person may do so much in a minute, and is then told how long to wait", () => {
  const take = createRateLimit({ actions: 3, window: 60_000 });
  for (const at of [0, 10, 20]) expect(codeOf(() => take("marit", at))).toBe("allowed");
  expect(codeOf(() => take("marit", 15_000))).toEqual(["too_many_requests", 45_000]);
  expect(codeOf(() => take("marit", 60_000))).toBe("allowed");
});

test("one person's hurry does not slow another down", () => {
  const take = createRateLimit({ actions: 1, window: 60_000 });
  take("marit", 0);
  expect(codeOf(() => take("marit", 1))).toEqual(["too_many_requests", 59_999]);
  expect(codeOf(() => take("piet", 1))).toBe("allowed");
});

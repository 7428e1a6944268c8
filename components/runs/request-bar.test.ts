import { expect, test } from "vitest";
import { barOf } from "@/components/runs/request-bar";

const first = { startedAt: "2026-11-20T08:00:00.000Z", duration: 2_000 };
const second = { startedAt: "2026-11-20T08:00:03.000Z", duration: 1_000 };

test("a bar begins where its request did and is as long as it took", () => {
  expect(barOf(first, [first, second])).toEqual({ left: 0, width: 50 });
  expect(barOf(second, [first, second])).toEqual({ left: 75, width: 25 });
});

test("a request that took no time fills the row where there is nothing else", () => {
  expect(barOf({ ...first, duration: 0 }, [{ ...first, duration: 0 }])).toEqual({ left: 0, width: 100 });
});

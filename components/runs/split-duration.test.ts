import { expect, it } from "vitest";
import { splitDuration } from "@/components/runs/split-duration";

it.each([
  [0, { hours: 0, minutes: 0, seconds: 1 }],
  [1_400, { hours: 0, minutes: 0, seconds: 1 }],
  [59_600, { hours: 0, minutes: 1, seconds: 0 }],
  [3_725_000, { hours: 1, minutes: 2, seconds: 5 }],
])("%d milliseconds are written as %j", (milliseconds, parts) => {
  expect(splitDuration(milliseconds)).toEqual(parts);
});

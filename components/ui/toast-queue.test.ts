import { expect, test } from "vitest";
import { countToasts, queueToast, subscribeToToasts, takeToasts } from "@/components/ui/toast-queue";

test("what is said before there is a place for it waits, in its order, and is taken once", () => {
  const counts: number[] = [];
  const leave = subscribeToToasts(() => counts.push(countToasts()));
  queueToast({ sentence: "Saved." });
  queueToast({ sentence: "Removed." });
  expect(takeToasts().map(({ sentence }) => sentence)).toEqual(["Saved.", "Removed."]);
  expect(takeToasts()).toEqual([]);
  leave();
  queueToast({ sentence: "Nobody listens." });
  expect(counts.slice(0, 3)).toEqual([1, 2, 0]);
  expect(takeToasts()).toHaveLength(1);
});

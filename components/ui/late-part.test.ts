import { expect, test, vi } from "vitest";
import { fetchLateParts, latePart } from "@/components/ui/late-part";

// One module for all: what has been fetched with the first movement is remembered for the page.

test("a part is fetched when it is asked for, once, and those who wait for it are told", async () => {
  const load = vi.fn(async () => "a menu");
  const part = latePart(load);
  const told = vi.fn();
  const leave = part.subscribe(told);
  expect([part.current(), load.mock.calls.length]).toEqual([null, 0]);
  expect(await part.fetch()).toBe("a menu");
  expect([part.current(), told.mock.calls.length]).toEqual(["a menu", 1]);
  leave();
  await part.fetch();
  expect([load.mock.calls.length, told.mock.calls.length]).toEqual([1, 1]);
});

test("one that could not be had is asked for again", async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("no network")).mockResolvedValue("a menu");
  const part = latePart(load);
  await expect(part.fetch()).rejects.toThrow("no network");
  expect(part.current()).toBeNull();
  expect(await part.fetch()).toBe("a menu");
});

test("the first movement brings every part of the page, and those of the pages that follow; one that fails stops none", async () => {
  const broken = latePart(() => Promise.reject(new Error("no network")));
  const here = latePart(async () => "here");
  fetchLateParts();
  await expect.poll(here.current).toBe("here");
  const next = latePart(async () => "next");
  await expect.poll(next.current).toBe("next");
  expect(broken.current()).toBeNull();
});

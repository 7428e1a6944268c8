import { expect, test } from "vitest";
import { verdictOf, type ImportOutcome } from "@/lib/sync/verdict";

const one = (state: ImportOutcome["state"], failed = 0): ImportOutcome => ({ state, failed });

test("the verdict comes from what the imports did", () => {
  expect(verdictOf([one("done"), one("done")])).toBe("succeeded");
  expect(verdictOf([one("done"), one("done", 1)])).toBe("partial");
  expect(verdictOf([one("done"), one("failed")])).toBe("partial");
  expect(verdictOf([one("failed"), one("failed")])).toBe("failed");
  expect(verdictOf([one("done"), one("stopped"), one("failed")])).toBe("stopped");
  expect(verdictOf([one("done"), one("cancelled"), one("stopped")])).toBe("cancelled");
});

test("nothing is taken for a success that was not one", () => {
  expect(verdictOf([])).toBe("failed");
  expect(verdictOf([one("waiting")])).toBe("failed");
  expect(verdictOf([one("done"), one("running")])).toBe("partial");
});

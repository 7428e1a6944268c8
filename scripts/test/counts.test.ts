import { expect, test } from "vitest";
import { countSpecs } from "./browser-stage";
import { readChoice } from "./choice";
import { runStage, type Stage } from "./stage";
import { countTests } from "./vitest-stage";

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });

test("every unit test counts once, and a file that cannot be loaded counts as a failure", () => {
  const json = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, testResults: [file("failed", "passed", "failed"), file("failed"), file("passed")] };
  expect(countTests(json, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test("a run that fails outside its tests is a failure", () => {
  expect(countTests({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, testResults: [] }, 1)).toMatchObject({ passed: 5, failed: 1 });
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countSpecs({ stats, errors: [] }, 1)).toMatchObject({ passed: 3, failed: 1 });
  expect(countSpecs({ stats, errors: [{ message: "no browser" }] }, 1)).toMatchObject({ passed: 3, failed: 1 });
});

test("a spec that needed luck counts as failed", () => {
  expect(countSpecs({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }, errors: [] }, 1)).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test("a stage that breaks is one failure, and its reason is shown", async () => {
  const written: string[] = [];
  const stage: Stage = { name: "build", run: () => Promise.reject(new Error("out of memory")) };
  expect(await runStage(stage, new AbortController().signal, (text) => written.push(text))).toEqual({ passed: 0, failed: 1 });
  expect(written.join("")).toContain("out of memory");
});

test("words choose stages and files", () => {
  const everything = readChoice([]);
  expect(["lint", "browser tests"].map(everything.isChosen)).toEqual([true, true]);
  const some = readChoice(["browser", "sign-in"]);
  expect(["lint", "type check", "unit tests", "browser tests"].map(some.isChosen)).toEqual([false, false, false, true]);
  expect(some.filters).toEqual(["sign-in"]);
});

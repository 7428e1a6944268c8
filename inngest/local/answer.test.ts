import { expect, test } from "vitest";
import { isUnknownFunction, readAnswer } from "./answer";
import type { AppAnswer } from "./app-request";

const answered = (status: number, content: unknown, headers: Record<string, string> = {}): AppAnswer => ({ type: "answered", status, headers, body: JSON.stringify(content) });
const read = (status: number, content: unknown, headers?: Record<string, string>) => readAnswer(answered(status, content, headers), "app-fn");
const unsupported = (what: string) => ({
  type: "functionFailed",
  error: { name: "NotSupported", message: `Function "app-fn" uses ${what}, which the local job engine does not support.`, stack: "" },
  retry: { type: "never" },
});

test("200 is the function's result", () => {
  expect(read(200, { a: 1 })).toEqual({ type: "completed", result: { a: 1 } });
  expect(readAnswer({ type: "answered", status: 200, headers: {}, body: "" }, "app-fn")).toEqual({ type: "completed", result: null });
});

test("206 is news about steps", () => {
  const operations = [
    { id: "1", op: "StepRun", displayName: "done", data: { x: 1 } },
    { id: "2", op: "StepFailed", name: "failed", error: { message: "no" } },
    { id: "3", op: "StepPlanned", displayName: "planned", name: "other" },
    { id: "4", op: "Sleep", name: "1m30s", displayName: "pause" },
    { id: "5", op: "Sleep", name: "", displayName: "no pause" },
  ];
  expect(read(206, operations)).toEqual({
    type: "advanced",
    operations: [
      { type: "done", stepId: "1", name: "done", data: { x: 1 } },
      { type: "failed", stepId: "2", name: "failed", error: { message: "no" } },
      { type: "planned", stepId: "3", name: "planned" },
      { type: "sleep", stepId: "4", name: "pause", milliseconds: 90_000 },
      { type: "sleep", stepId: "5", name: "no pause", milliseconds: 0 },
    ],
  });
});

test("a failing step says whether and when it is tried again", () => {
  const operations = [{ id: "1", op: "StepError", displayName: "step", error: { message: "no" } }];
  const failed = { type: "stepFailed", stepId: "1", name: "step", error: { message: "no" } };
  expect(read(206, operations, { "x-inngest-no-retry": "false" })).toEqual({ ...failed, retry: { type: "usual" } });
  expect(read(206, operations, { "x-inngest-no-retry": "false", "retry-after": "3" })).toEqual({ ...failed, retry: { type: "after", milliseconds: 3000 } });
});

test("anything else is a failure of the function", () => {
  expect(read(500, { message: "no" }, { "x-inngest-no-retry": "false" })).toEqual({ type: "functionFailed", error: { message: "no" }, retry: { type: "usual" } });
  expect(read(400, { message: "no" }, { "x-inngest-no-retry": "true" })).toEqual({ type: "functionFailed", error: { message: "no" }, retry: { type: "never" } });
  expect(readAnswer({ type: "answered", status: 500, headers: {}, body: "<html>" }, "app-fn")).toMatchObject({ type: "functionFailed", error: { message: "<html>" } });
});

test.each([
  ["the operation WaitForEvent", [{ id: "1", op: "WaitForEvent", name: "a/b" }]],
  ["the operation InvokeFunction", [{ id: "1", op: "InvokeFunction" }]],
  ["the operation DeferAdd", [{ id: "1", op: "DeferAdd" }]],
  ['a sleep of "sometime"', [{ id: "1", op: "Sleep", name: "sometime" }]],
  ["group.parallel with a mode", [{ id: "1", op: "StepPlanned", opts: { parallelMode: "race" } }]],
  ["an answer that is not a list of operations", { op: "RunComplete" }],
])("%s fails the run at once", (what, content) => {
  expect(read(206, content)).toEqual(unsupported(what));
});

test("the SDK's older way to run steps side by side is refused", () => {
  expect(read(206, [{ id: "1", op: "StepPlanned" }], { "x-inngest-req-version": "1" })).toEqual(unsupported("optimizeParallelism: false"));
});

test("an app that does not know the function is told from one whose function fails", () => {
  expect(isUnknownFunction(answered(500, { message: 'Function "app-fn" was not found in this app; is the app synced correctly?' }))).toBe(true);
  expect(isUnknownFunction(answered(500, { message: "The customer was not found" }))).toBe(false);
});

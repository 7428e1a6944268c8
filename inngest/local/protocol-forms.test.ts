import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { signingKey } from "@/e2e/support/job-engine/keys";
import { canonicalJson } from "./canonical-json";
import { readSleep } from "./duration";
import { readCancelCondition, readEventPath, readFailureTrigger, valueAt } from "./expressions";
import { checkSigningKey, isSignedWith, registrationBearer, signBody } from "./signature";

test("canonical JSON sorts keys at every depth and drops what is undefined", () => {
  expect(canonicalJson({ b: [undefined, { d: 1, c: "é" }], a: null, e: undefined })).toBe('{"a":null,"b":[null,{"c":"é","d":1}]}');
});

test("a signature holds for its body and its key, for five minutes", () => {
  const header = signBody("body", signingKey);
  expect(isSignedWith(signingKey, "body", header)).toBe(true);
  expect(isSignedWith(signingKey, "other", header)).toBe(false);
  expect(isSignedWith(signingKey.replace("0", "1"), "body", header)).toBe(false);
  expect(isSignedWith(signingKey, "body", undefined)).toBe(false);
  const old = String(Math.round(Date.now() / 1000) - 301);
  const digest = createHmac("sha256", signingKey.replace("signkey-test-", "")).update("body").update(old).digest("hex");
  expect(isSignedWith(signingKey, "body", `t=${old}&s=${digest}`)).toBe(false);
});

test("a signing key that is not hexadecimal is refused, since the SDK would hash something else", () => {
  expect(() => checkSigningKey(signingKey)).not.toThrow();
  expect(() => checkSigningKey("0".repeat(64))).not.toThrow();
  expect(() => checkSigningKey("a word that is no key but long enough")).toThrow("hexadecimal");
  expect(registrationBearer(signingKey)).toMatch(/^Bearer signkey-test-[0-9a-f]{64}$/);
});

test.each([
  ["", 0],
  ["10s", 10_000],
  ["1w2d3h4m5s", 788_645_000],
  ["2026-01-01T00:00:10.000Z", 10_000],
  ["2025-01-01T00:00:00.000Z", 0],
  ["tomorrow", null],
])("a sleep of %j lasts %s ms", (text, expected) => {
  expect(readSleep(text, Date.parse("2026-01-01T00:00:00Z"))).toBe(expected);
});

test("of all expressions, only the forms that the functions use are read", () => {
  expect(readEventPath("event.data.order.id")).toEqual(["order", "id"]);
  expect(readEventPath("event.data.a + event.data.b")).toBeNull();
  expect(readEventPath("event.ts")).toBeNull();
  expect(readCancelCondition("async.data.id == event.data.runId")).toEqual({ runPath: ["runId"], eventPath: ["id"] });
  expect(readCancelCondition("event.data.id == async.data.id")).toEqual({ runPath: ["id"], eventPath: ["id"] });
  expect(readCancelCondition("event.data.id == event.data.id")).toBeNull();
  expect(readCancelCondition("async.data.id == 'x'")).toBeNull();
  expect(readCancelCondition("async.data.a == event.data.a && async.data.b == event.data.b")).toBeNull();
  expect(readFailureTrigger("event.data.function_id == 'app-fn'")).toBe("app-fn");
  expect(readFailureTrigger("event.data.function_id != 'app-fn'")).toBeNull();
});

test("values are compared as JSON; what is missing equals nothing", () => {
  expect(valueAt({ order: { id: 1 } }, ["order", "id"])).toBe("1");
  expect(valueAt({ order: { id: "1" } }, ["order", "id"])).toBe('"1"');
  expect(valueAt({ order: null }, ["order", "id"])).toBeNull();
  expect(valueAt({}, ["toString"])).toBeNull();
});

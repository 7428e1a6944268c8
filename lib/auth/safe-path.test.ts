import { expect, test } from "vitest";
import { safePath } from "@/lib/auth/safe-path";

test.each(["/relations", "/relations/7?tab=not-imported#top", "/settings/integrations/cash", "/log?search=a%20b"])("leads back to %s after signing in", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example/",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "javascript:alert(1)",
  "/..//evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "@evil.example",
  "relations",
  "",
  ` ${"/"}`,
  `/${"a".repeat(3_000)}`,
])("never leads to another site: %j", (wanted) => {
  expect(safePath(wanted)).toBe("/dashboard");
});

test("what is not a text leads to the start page", () => {
  expect([undefined, null, 7, ["/relations"], {}].map(safePath)).toEqual(Array(5).fill("/dashboard"));
});

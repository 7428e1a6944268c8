import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources } from "./source-hash";

let folder: string;
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const hash = () => hashSources(folder, ["lib", "package.json", "absent.ts"]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sources-"));
  mkdirSync(join(folder, "lib", "generated"), { recursive: true });
  write("lib/one.ts", "1");
  write("package.json", "{}");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a changed, added or renamed source changes the hash", () => {
  const seen = new Set([hash()]);
  write("lib/one.ts", "2");
  seen.add(hash());
  write("lib/two.ts", "2");
  seen.add(hash());
  renameSync(join(folder, "lib/two.ts"), join(folder, "lib/three.ts"));
  seen.add(hash());
  expect(seen.size).toBe(4);
});

test("tests and generated code do not change it", () => {
  const before = hash();
  write("lib/one.test.ts", "test");
  write("lib/generated/client.ts", "generated");
  expect(hash()).toBe(before);
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { ensureEnvironmentFile, readVariables } from "./environment-file";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "environment-"));
  file = join(folder, ".env");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the first start makes a configuration the application accepts, for its owner's eyes only", () => {
  expect(ensureEnvironmentFile(file)).toBe("made");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const env = readEnv({ ...readVariables(file, {}), DATABASE_URL: "postgresql://localhost/x" });
  expect(env.CREDENTIALS_KEYS.current.id).toBe("k1");
  expect(env.AUTH_SECRET.length).toBeGreaterThanOrEqual(32);
  expect(env.INNGEST_SIGNING_KEY).toMatch(/^signkey-prod-[0-9a-f]{64}$/);
});

test("no two installations share a secret", () => {
  ensureEnvironmentFile(file);
  const first = readVariables(file, {});
  rmSync(file);
  ensureEnvironmentFile(file);
  for (const [name, value] of Object.entries(readVariables(file, {}))) expect(value, name).not.toBe(first[name]);
});

test("a configuration that is there is left as it is", () => {
  writeFileSync(file, "AUTH_SECRET=mine\n");
  expect(ensureEnvironmentFile(file)).toBe("found");
  expect(readFileSync(file, "utf8")).toBe("AUTH_SECRET=mine\n");
});

test("what is set for one start wins over the file; an empty value counts as unset", () => {
  writeFileSync(file, "PORT=3000\nSANDBOX=1\nLOG_LEVEL=\n");
  expect(readVariables(file, { PORT: "4000", SANDBOX: "" })).toEqual({ PORT: "4000", SANDBOX: "1" });
});

import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withFileLock } from "./file-lock";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  file = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

const numberOfNoProcess = "2147483646";

test("work under one lock never overlaps", async () => {
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await sleep(80);
    events.push(`${name} ends`);
  };
  await Promise.all([withFileLock(file, work("a")), withFileLock(file, work("b"))]);
  expect(events).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

test("a lock is given back when the work fails", async () => {
  await expect(withFileLock(file, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await withFileLock(file, async () => "had it")).toBe("had it");
});

test("the lock of a dead process is taken over", async () => {
  writeFileSync(file, numberOfNoProcess);
  expect(await withFileLock(file, async () => "had it")).toBe("had it");
});

test("a lock older than its work can last is taken over, even when its number belongs to a living process", async () => {
  writeFileSync(file, String(process.pid));
  const long = new Date(Date.now() - 10 * 60_000);
  utimesSync(file, long, long);
  expect(await withFileLock(file, async () => "had it")).toBe("had it");
});

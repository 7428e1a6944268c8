import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, Problem } from "./problem";
import { isAlive } from "./process-alive";

/**
 * Runs `work` while no other process does so under the same lock file. The file holds the owner's process number; one
 * whose owner is dead is taken over, and so is one older than the longest such work can last: its owner's number was
 * given to another process since. Throws a Problem when the lock cannot be had in time.
 */
export async function withFileLock<Result>(
  file: string,
  work: () => Promise<Result>,
  { longestMs = 3 * 60_000 }: { longestMs?: number } = {},
): Promise<Result> {
  const deadline = Date.now() + longestMs + 60_000;
  while (!tryTake(file)) {
    if (isStale(file, longestMs)) rmSync(file, { force: true });
    else if (Date.now() > deadline) throw new Problem(`Another process holds ${file}. Remove the file if no other is running.`);
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryTake(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function isStale(file: string, longestMs: number): boolean {
  try {
    const owner = Number(readFileSync(file, "utf8"));
    const age = Date.now() - statSync(file).mtimeMs;
    // Between creating and writing the file is empty for an instant.
    if (!owner) return age > 1_000;
    return !isAlive(owner) || age > longestMs;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

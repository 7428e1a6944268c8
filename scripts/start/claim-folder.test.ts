import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFreePort } from "../free-port";
import { claimFolder, findRunning, refuseSecondStart } from "./claim-folder";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "claim-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a second start is refused with the address of the first, until that has ended", async () => {
  const release = await claimFolder(folder, "http://localhost:3000");
  const sentence = `It is already running at http://localhost:3000 (process ${process.pid}). Stop it first.`;
  await expect(claimFolder(folder, "http://localhost:3001")).rejects.toThrow(sentence);
  await expect(refuseSecondStart(folder)).rejects.toThrow(sentence);
  expect(await findRunning(folder)).toMatchObject({ address: "http://localhost:3000", pid: process.pid });
  await release();
  expect(await findRunning(folder)).toBeNull();
  await refuseSecondStart(folder);
  await (await claimFolder(folder, "http://localhost:3001"))();
});

test("what a killed start left behind refuses nobody", async () => {
  const claim = { pid: process.pid, port: await findFreePort(), address: "http://localhost:3000" };
  writeFileSync(join(folder, "running.json"), JSON.stringify(claim));
  await (await claimFolder(folder, "http://localhost:3000"))();
});

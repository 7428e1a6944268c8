import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startCashSandbox } from "./start";
import { readRecords, speak } from "./testing/wire";

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(os.tmpdir(), "cash-sandbox-"));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

const start = () => startCashSandbox({ relations: 30, dataFolder });
const stateFile = () => path.join(dataFolder, "cash-sandbox.ndjson");

describe("after a restart", () => {
  it("changes, orders, transactions and the clock are as they were", async () => {
    const first = await start();
    await first.changeRecords("01", [{ action: "remove", table: "0101", key: "105" }, { action: "block", table: "0101", key: "106" }]);
    await first.advanceClock({ days: 10 });
    const booked = (await speak(first.url).import("<CASH><R2400><F2406>2026.1</F2406></R2400><R2410><F2001>Tekst</F2001></R2410></CASH>")).transaction;
    const before = await Promise.all(["0101", "2400", "2410"].map(async (command) => (await speak(first.url).export(command)).exportResult));
    await first.stop();

    const second = await start();
    try {
      expect(await Promise.all(["0101", "2400", "2410"].map(async (command) => (await speak(second.url).export(command)).exportResult))).toEqual(before);
      expect((await speak(second.url).getTransaction(booked?.id ?? "")).transaction).toEqual(booked);
      expect((await second.status()).clock.aheadMilliseconds).toBe(864_000_000);
      expect(readRecords((await speak(second.url).export("0101W|1")).exportResult)).toEqual([]);
    } finally {
      await second.stop();
    }
  });

  it("a pending import is still pending, and is booked when its time comes", async () => {
    const first = await start();
    await first.setFaults([{ kind: "pending", milliseconds: 3_600_000 }]);
    const started = (await speak(first.url).import("<CASH><R0101><F0101>900</F0101></R0101></CASH>")).transaction;
    await first.stop();

    const second = await start();
    try {
      expect((await speak(second.url).getTransaction(started?.id ?? "")).transaction).toMatchObject({ status: 1 });
      await second.advanceClock({ hours: 2 });
      expect((await speak(second.url).export("0101|900")).exportResult).toContain("000900");
    } finally {
      await second.stop();
    }
  });

  it("half a line at the end of the file, left by a process that was killed, is as if it had not happened", async () => {
    const first = await start();
    await first.changeRecords("01", [{ action: "remove", table: "0101", key: "105" }]);
    await first.stop();
    await appendFile(stateFile(), '{"administration":"01","changes":[{"table":"0101","key":"0001');

    const second = await start();
    try {
      expect(readRecords((await speak(second.url).export("0101")).exportResult)).toHaveLength(29);
      await second.changeRecords("01", [{ action: "remove", table: "0101", key: "106" }]);
    } finally {
      await second.stop();
    }
    const lines = (await readFile(stateFile(), "utf8")).trim().split("\n");
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual([["epoch"], ["administration", "changes"], ["administration", "changes"]]);
  });

  it("a reset of the data has left nothing behind", async () => {
    const first = await start();
    await first.changeRecords("01", [{ action: "remove", table: "0101", key: "105" }]);
    await first.reset("data");
    await first.stop();
    expect((await readFile(stateFile(), "utf8")).trim().split("\n")).toHaveLength(1);
  });
});

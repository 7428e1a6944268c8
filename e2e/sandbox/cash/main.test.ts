import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { connectCashSandbox } from "./control/client";
import { readSettings } from "./settings";
import { startCashSandbox } from "./start";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const readySchema = z.object({ ready: z.literal(true), url: z.string(), wsdlUrl: z.string() });

let folder: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "cash-main-"));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", main, ...args], { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.err += chunk.toString()));
  return { child, output, exit: once(child, "exit").then(([code]: unknown[]) => code) };
}

async function untilReady(output: { out: string }): Promise<z.infer<typeof readySchema>> {
  await expect.poll(() => output.out, { timeout: 50_000 }).toContain("\n");
  return readySchema.parse(JSON.parse(output.out));
}

describe("the command", () => {
  it("prints one line of JSON when it listens, keeps its data in the folder, and ends when it is told to", async () => {
    const first = run(["--port", "0", "--data", folder], { SANDBOX_CASH_RELATIONS: "12" });
    const { url } = await untilReady(first.output);
    expect((await connectCashSandbox(url).records("01", "0101")).total).toBe(12);
    await connectCashSandbox(url).changeRecords("01", [{ action: "remove", table: "0101", key: "101" }]);
    first.child.kill("SIGTERM");
    expect(await first.exit).toBe(0);

    const second = run(["--port", "0", "--data", folder], { SANDBOX_CASH_RELATIONS: "12" });
    expect((await connectCashSandbox((await untilReady(second.output)).url).records("01", "0101")).total).toBe(11);
    second.child.kill("SIGINT");
    expect(await second.exit).toBe(0);
  });

  it("says in one sentence that the port is taken", async () => {
    const other = await startCashSandbox({ relations: 1 });
    try {
      const { port } = new URL(other.url);
      const { output, exit } = run(["--port", port]);
      expect(await exit).toBe(1);
      expect(output.err.trim()).toBe(`The Cash sandbox did not start: port ${port} is taken by another program.`);
      expect(output.out).toBe("");
    } finally {
      await other.stop();
    }
  });

  it("says in one sentence that a setting or an argument is wrong", async () => {
    const setting = run(["--port", "0"], { SANDBOX_CASH_RELATIONS: "many" });
    expect(await setting.exit).toBe(1);
    expect(setting.output.err.trim()).toBe("The Cash sandbox did not start: SANDBOX_CASH_RELATIONS must be a number.");
    const argument = run(["--port", "seventy"]);
    expect(await argument.exit).toBe(1);
    expect(argument.output.err.trim()).toBe("The Cash sandbox did not start: The port seventy is not a number from 0 to 65535.");
  });
});

describe("the settings", () => {
  it("have a size for the demo when the environment says nothing", () => {
    expect(readSettings({})).toEqual({ relations: 250, articles: 120, warehouses: 8, employees: 14, seed: 2026 });
    expect(readSettings({ SANDBOX_CASH_RELATIONS: "" })).toMatchObject({ relations: 250 });
  });

  it("refuse more relations than six digits can number", () => {
    expect(() => readSettings({ SANDBOX_CASH_RELATIONS: "1000000" })).toThrow("SANDBOX_CASH_RELATIONS must be at most 900000.");
  });
});

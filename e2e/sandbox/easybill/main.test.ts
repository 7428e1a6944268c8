import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { connectEasybillSandbox } from "./control/client";
import { readSettings } from "./settings";
import { startEasybillSandbox } from "./start";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const readySchema = z.object({ ready: z.literal(true), url: z.string(), apiUrl: z.string() });

let folder: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "easybill-main-"));
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

describe("the command", () => {
  it("prints one line of JSON when it listens, and ends when it is told to", async () => {
    const { child, output, exit } = run(["--port", "0", "--data", folder], { SANDBOX_EASYBILL_CUSTOMERS: "12" });
    await expect.poll(() => output.out, { timeout: 50_000 }).toContain("\n");
    const { url, apiUrl } = readySchema.parse(JSON.parse(output.out));
    expect(apiUrl).toBe(`${url}/rest/v1`);
    expect(await connectEasybillSandbox(url).customers()).toHaveLength(12);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
  });

  it("says in one sentence that the port is taken", async () => {
    const other = await startEasybillSandbox({ customers: 1 });
    try {
      const { port } = new URL(other.url);
      const { output, exit } = run(["--port", port]);
      expect(await exit).toBe(1);
      expect(output.err.trim()).toBe(`The EasyBill sandbox did not start: port ${port} is taken by another program.`);
    } finally {
      await other.stop();
    }
  });
});

describe("the settings", () => {
  it("have a size for the demo when the environment says nothing", () => {
    expect(readSettings({ SANDBOX_EASYBILL_CUSTOMERS: "" })).toEqual({ customers: 250, positions: 120, logins: 6, seed: 2026 });
  });

  it("are refused in a sentence each", () => {
    expect(() => readSettings({ SANDBOX_EASYBILL_CUSTOMERS: "many", SANDBOX_EASYBILL_LOGINS: "1001" })).toThrow(
      "SANDBOX_EASYBILL_CUSTOMERS must be a number. SANDBOX_EASYBILL_LOGINS must be at most 1000.",
    );
  });
});

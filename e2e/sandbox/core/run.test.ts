import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { connectCashSandbox } from "../cash/control/client";
import { startCashSandbox } from "../cash/start";
import { connectEasybillSandbox } from "../easybill/control/client";

let folder: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "sandbox-run-"));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(vendor: "cash" | "easybill", args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const main = fileURLToPath(new URL(`../${vendor}/main.ts`, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", main, ...args], { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.err += chunk.toString()));
  const untilReady = async () => {
    await expect.poll(() => output.out, { timeout: 50_000 }).toContain("\n");
    return z.object({ ready: z.literal(true), url: z.string(), wsdlUrl: z.string().optional(), apiUrl: z.string().optional() }).parse(JSON.parse(output.out));
  };
  return { child, output, untilReady, exit: once(child, "exit").then(([code]: unknown[]) => code) };
}

it("a sandbox prints one line of JSON when it listens, keeps its data in the folder, and ends when it is told to", async () => {
  const start = () => run("cash", ["--port", "0", "--data", folder], { SANDBOX_CASH_RELATIONS: "12" });
  const first = start();
  const { url, wsdlUrl } = await first.untilReady();
  expect(wsdlUrl).toBe(`${url}/?api/3.0/wsdl`);
  expect((await connectCashSandbox(url).records("01", "0101")).total).toBe(12);
  await connectCashSandbox(url).changeRecords("01", [{ action: "remove", table: "0101", key: "101" }]);
  first.child.kill("SIGTERM");
  expect(await first.exit).toBe(0);

  const second = start();
  expect((await connectCashSandbox((await second.untilReady()).url).records("01", "0101")).total).toBe(11);
  second.child.kill("SIGINT");
  expect(await second.exit).toBe(0);
});

it("each vendor's sandbox says where its own interface is", async () => {
  const { untilReady } = run("easybill", ["--port", "0", "--data", folder], { SANDBOX_EASYBILL_CUSTOMERS: "12" });
  const { url, apiUrl } = await untilReady();
  expect(apiUrl).toBe(`${url}/rest/v1`);
  expect(await connectEasybillSandbox(url).customers()).toHaveLength(12);
});

it("a sandbox says in one sentence that the port is taken", async () => {
  const other = await startCashSandbox({ relations: 1 });
  try {
    const { port } = new URL(other.url);
    const { output, exit } = run("easybill", ["--port", port]);
    expect(await exit).toBe(1);
    expect(output).toEqual({ out: "", err: `The EasyBill sandbox did not start: port ${port} is taken by another program.\n` });
  } finally {
    await other.stop();
  }
});

it("a sandbox says in one sentence that a setting or an argument is wrong", async () => {
  const [setting, argument] = [run("cash", ["--port", "0"], { SANDBOX_CASH_RELATIONS: "many" }), run("cash", ["--port", "seventy"])];
  expect([await setting.exit, await argument.exit]).toEqual([1, 1]);
  expect(setting.output.err).toBe("The Cash sandbox did not start: SANDBOX_CASH_RELATIONS must be a number.\n");
  expect(argument.output.err).toBe("The Cash sandbox did not start: The port seventy is not a number from 0 to 65535.\n");
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFreePort } from "../free-port";
import { isAlive } from "../process-alive";
import { projectFolder } from "../project-folder";
import { SupervisedProgram } from "./supervised-program";

let folder: string;
let port: number;
let lines: string[];
let sentences: string[];
const running: SupervisedProgram[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "supervised-"));
  port = await findFreePort();
  lines = [];
  sentences = [];
});
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop();
  rmSync(folder, { recursive: true });
});

function script(text: string): string {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, text);
  return file;
}

/** A web server that starts a process of its own, prints its number, and does not care about SIGTERM. */
const stubbornServer = () => `
  import { spawn } from "node:child_process";
  import { createServer } from "node:http";
  process.on("SIGTERM", () => undefined);
  const child = spawn(process.execPath, ["-e", "setInterval(() => 1, 1000)"], { stdio: "ignore" });
  createServer((request, response) => response.end("hello")).listen(${port}, "127.0.0.1", () => console.log(child.pid));
`;

function run(file: string): SupervisedProgram {
  const program = new SupervisedProgram(
    { name: "web", script: [file], environment: { PATH: process.env.PATH ?? "" } },
    { onLine: ({ text }) => lines.push(text), say: (sentence) => sentences.push(sentence) },
    { firstPauseMs: 50, longestPauseMs: 200, healthyAfterMs: 60_000 },
  );
  running.push(program);
  return program;
}

const ready = (program: SupervisedProgram) => program.untilItAnswers(`http://127.0.0.1:${port}/`, (status) => status === 200);

test("a killed program is started again, and the person is told", async () => {
  const server = script(`import { createServer } from "node:http"; createServer((q, r) => r.end()).listen(${port}, "127.0.0.1");`);
  const program = run(server);
  await ready(program);
  const first = program.pid;
  process.kill(Number(first), "SIGKILL");
  await expect.poll(() => program.pid !== first && sentences.length === 1, { timeout: 20_000 }).toBe(true);
  await ready(program);
  expect(sentences).toEqual(["web ended by itself (SIGKILL); it starts again in 0.05 s"]);
});

test("an end leaves nothing running: not the program, not what it started, even if it does not listen", async () => {
  const program = run(script(stubbornServer()));
  await ready(program);
  const [own, grandchild] = [Number(program.pid), Number(lines[0])];
  expect([isAlive(own), isAlive(grandchild)]).toEqual([true, true]);
  await program.stop();
  await expect.poll(() => [isAlive(own), isAlive(grandchild)], { timeout: 20_000 }).toEqual([false, false]);
  expect(sentences).toEqual([]);
});

test("a program that ends before it was ready is not tried for ever", async () => {
  await expect(ready(run(script(`process.exit(3);`)))).rejects.toThrow("web ended before it was ready");
  expect(sentences).toEqual([]);
});

test("when the start itself is killed, its programs do not live on", async () => {
  const server = script(`import { createServer } from "node:http"; createServer((q, r) => r.end()).listen(${port}, "127.0.0.1");`);
  const starter = script(`
    import { register } from "${import.meta.resolve("tsx/esm/api")}";
    register();
    const { spawnProgram } = await import("${join(projectFolder, "scripts", "start", "child-process.ts")}");
    const child = spawnProgram({ name: "web", script: [${JSON.stringify(server)}], environment: {} }, () => undefined);
    console.log(child.pid);
    setInterval(() => 1, 1000);
  `);
  const start = spawn(process.execPath, [starter], { cwd: projectFolder, stdio: ["ignore", "pipe", "inherit"] });
  const [pid] = await once(createInterface({ input: start.stdout }), "line");
  await expect.poll(() => fetch(`http://127.0.0.1:${port}/`).then(({ ok }) => ok, () => false), { timeout: 20_000 }).toBe(true);
  start.kill("SIGKILL");
  await expect.poll(() => isAlive(Number(pid)), { timeout: 20_000 }).toBe(false);
});

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimRun } from "@/lib/sync/claim-run";
import { relations } from "@/lib/sync/fixtures/source-records";
import { counts, createTestEngine, readRun, request, work, type TestEngine } from "@/lib/sync/fixtures/test-engine";

const total = 3000;
let it: TestEngine;
let clock = 0;
let worker: ChildProcess | undefined;
beforeEach(async () => {
  clock = 0;
  it = await createTestEngine({ now: () => new Date(Date.now() + clock) });
  it.vendor.set("relations", relations(total));
});
afterEach(async () => {
  worker?.kill("SIGKILL");
  await it.close();
});

function startWorker(pause: number): ChildProcess {
  const key = it.engine.keyRing.current.key.toString("base64");
  const options = [it.url, it.connectionId, key, String(total), String(pause)];
  return spawn(process.execPath, ["--import", "tsx", "lib/sync/fixtures/worker-process.ts", ...options], { stdio: "inherit" });
}

test.each([1, 7, 18])("a worker killed after %i pages is replaced, and the data are complete and counted exactly", async (pages) => {
  const { runId } = await request(it, { kinds: ["relations"] });
  worker = startWorker(100);
  await expect.poll(async () => (await readRun(it, runId)).imports[0]?.pages ?? 0, { timeout: 50_000, interval: 20 }).toBeGreaterThanOrEqual(pages);
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
  expect((await readRun(it, runId)).state).toBe("running");
  expect(await claimRun(it.engine, it.connectionId, "too early")).toBeNull();

  clock = 61_000;
  const claim = await claimRun(it.engine, it.connectionId, "heir");
  if (!claim) throw new Error("The run was not given up by the dead");
  await work(it.engine, claim);
  expect(await readRun(it, runId)).toMatchObject({ state: "succeeded", counters: { relations: counts({ read: total, created: total }) } });
  expect(await it.db.prisma.relation.count({ where: { active: true } })).toBe(total);
  expect(await it.db.prisma.externalLink.count()).toBe(total);
  const { rows } = await it.db.pool.query("SELECT FROM pg_class WHERE relname LIKE 'sync_seen_%'");
  expect(rows).toHaveLength(0);
});

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { getRun } from "@/lib/runs/get-run";
import { claimRun } from "@/lib/sync/claim-run";
import { marked, relation, relations } from "@/lib/sync/fixtures/source-records";
import { connectPaged, counts, createTestEngine, readRun, request, sync, work, type TestEngine } from "@/lib/sync/fixtures/test-engine";

/** What a vendor with 20,000 customers hands over, page by page, every time: it cannot say what has changed. */
const total = 20_000;
const everything = () => relations(total).map((one) => marked(one, "2026-11-20 08:00:00"));

let it: TestEngine;
let clock = 0;
let worker: ChildProcess | undefined;
beforeEach(async () => {
  clock = 0;
  it = await connectPaged(await createTestEngine({ now: () => new Date(Date.now() + clock) }));
  it.vendor.pageSize = 1000;
  it.vendor.alwaysComplete = ["relations"];
  it.vendor.set("relations", everything());
});
afterEach(async () => {
  worker?.kill("SIGKILL");
  await it.close();
});

/** The latest transaction that wrote a row, and how many rows there are: equal when nothing was written. */
async function writes() {
  const { rows } = await it.db.pool.query<{ relations: string; links: string; rows: string }>(
    `SELECT (SELECT max(xmin::text::bigint) FROM relation) AS relations, (SELECT max(xmin::text::bigint) FROM external_link) AS links,
       (SELECT count(*) FROM relation) + (SELECT count(*) FROM external_link) + (SELECT count(*) FROM skipped_record) AS rows`,
  );
  return rows[0];
}

test("20,000 records come in page by page; a pass over the same ones writes not one row, and a pass over a changed one writes that one", async () => {
  const first = await sync(it, { kinds: ["relations"] });
  expect(first).toMatchObject({ state: "succeeded", counters: { relations: counts({ read: total, created: total }) } });
  expect(first.imports[0]).toMatchObject({ pages: 20, totalPages: 20, complete: true });

  const before = await writes();
  expect((await sync(it, { kinds: ["relations"] })).counters["relations"]).toEqual(counts({ read: total, unchanged: total }));
  expect(await writes()).toEqual(before);

  it.vendor.set("relations", [...everything().slice(0, -1), marked(relation(total - 1, { city: "Zeist" }), "2026-11-21 09:30:00")]);
  expect((await sync(it, { kinds: ["relations"] })).counters["relations"]).toEqual(counts({ read: total, changed: 1, unchanged: total - 1 }));
  const { rows } = await it.db.pool.query("SELECT city FROM relation WHERE xmin::text::bigint > $1", [before?.relations]);
  expect(rows).toEqual([{ city: "Zeist" }]);
});

test("a worker killed between two pages is replaced: the pass goes on at the page where it stopped, and says which of how many", async () => {
  const { runId } = await request(it, { kinds: ["relations"] });
  const key = it.engine.keyRing.current.key.toString("base64");
  worker = spawn(process.execPath, ["--import", "tsx", "lib/sync/fixtures/worker-process.ts", it.url, it.connectionId, key, String(total), "300", "page"], { stdio: "inherit" });
  const read = async () => (await getRun({ ...it.engine }, { accountId: it.accountId, runId })).imports[0];
  await expect.poll(async () => (await read())?.pages ?? 0, { timeout: 50_000, interval: 20 }).toBeGreaterThanOrEqual(4);
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
  const left = await read();
  expect(left).toMatchObject({ state: "running", totalPages: 20, read: (left?.pages ?? 0) * 1000 });

  clock = 61_000;
  const claim = await claimRun(it.engine, it.connectionId, "heir");
  if (!claim) throw new Error("The run was not given up by the dead");
  await work(it.engine, claim);
  expect(it.vendor.passes[0]?.resume).toBe(left?.pages);
  expect(await readRun(it, runId)).toMatchObject({ state: "succeeded", counters: { relations: counts({ read: total, created: total }) } });
  expect(await it.db.prisma.relation.count({ where: { active: true } })).toBe(total);
});

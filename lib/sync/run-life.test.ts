import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { advanceImport } from "@/lib/sync/advance-import";
import { cancelRun } from "@/lib/sync/cancel-run";
import { claimRun } from "@/lib/sync/claim-run";
import { failRunOf } from "@/lib/sync/fail-run";
import { findUnattendedConnections } from "@/lib/sync/find-unattended";
import { finishRun } from "@/lib/sync/finish-run";
import { relation, relations, skipped, warehouse } from "@/lib/sync/fixtures/source-records";
import { counts, createTestEngine, readRun, request, sync, work, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let it: TestEngine;
let clock = 0;
beforeEach(async () => {
  clock = 0;
  it = await createTestEngine({ now: () => new Date(Date.now() + clock), runHeartbeat: 50 });
});
afterEach(() => it.close());

async function claim(worker = "worker") {
  const claimed = await claimRun(it.engine, it.connectionId, worker);
  if (!claimed) throw new Error("There was no run to claim");
  return claimed;
}
const step = (fence: number, runId: string, retrieval = "relations") => advanceImport(it.engine, { runId, fence, retrieval, attempt: 0, isLastTry: true });

/** Stops the vendor before one of its pages until it is let go. */
function holdBeforePage(number: number) {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const reached = new Promise<void>((resolve) => {
    it.vendor.beforePage = async (page) => {
      if (page.number !== number) return;
      resolve();
      await Promise.race([held, new Promise((_, reject) => page.signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true }))]);
    };
  });
  return { reached, letGo: () => letGo() };
}

describe("asking for a sync", () => {
  test("a second request joins the one that waits: both get what they asked for, the stronger trigger wins", async () => {
    const first = await request(it, { trigger: "automatic", kinds: ["materials"] });
    const second = await request(it, { trigger: "manual", kinds: ["employees"], confirmedKinds: ["employees"] });
    const third = await request(it, { trigger: "nightly", kinds: ["materials"] });
    expect([first.joined, second.joined, third.joined]).toEqual([false, true, true]);
    expect(new Set([first.runId, second.runId, third.runId]).size).toBe(1);
    expect(await readRun(it, first.runId)).toMatchObject({ trigger: "manual", confirmedKinds: ["employees"] });
    expect((await readRun(it, first.runId)).imports.map(({ kind }) => kind)).toEqual(["materials", "employees"]);
  });

  test("many requests at once leave one run", async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, () => request(it)));
    expect(new Set(runs.map(({ runId }) => runId)).size).toBe(1);
    expect(runs.filter(({ joined }) => !joined)).toHaveLength(1);
  });

  test("is refused with the reason when it cannot be", async () => {
    await it.db.prisma.licence.updateMany({ data: { state: "cancelled", endsAt: new Date(Date.now() - 1000) } });
    await expect(request(it)).rejects.toMatchObject({ code: "no_licence" });
    await it.db.prisma.licence.updateMany({ data: { endsAt: new Date(Date.now() + 60_000) } });
    await it.db.prisma.connection.updateMany({ data: { administration: null } });
    await expect(request(it)).rejects.toMatchObject({ code: "administration_missing" });
    await it.db.prisma.connection.updateMany({ data: { administration: "A", state: "disconnected" } });
    await expect(request(it)).rejects.toMatchObject({ code: "not_connected" });
    await it.db.prisma.connection.updateMany({ data: { state: "connected", settings: { imports: { relations: false } } } });
    await expect(request(it)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("one worker at a time", () => {
  test("of two workers one has the run; the other comes away empty until it is over", async () => {
    await request(it);
    const claims = await Promise.all([claimRun(it.engine, it.connectionId, "one"), claimRun(it.engine, it.connectionId, "two")]);
    expect(claims.filter(Boolean)).toHaveLength(1);
    await request(it);
    expect(await claimRun(it.engine, it.connectionId, "three")).toBeNull();
  });

  test("a worker whose answer was lost claims the same run again with the same fence", async () => {
    await request(it);
    const first = await claim("one");
    expect(await claim("one")).toEqual(first);
  });

  test("a worker not heard of for the lease is replaced, and writes nothing any more", async () => {
    it.vendor.set("relations", relations(300));
    await request(it, { kinds: ["relations"] });
    const lost = await claim("lost");
    const held = holdBeforePage(2);
    const lostStep = step(lost.fence, lost.runId);
    await held.reached;
    clock = 61_000;
    const heir = await claim("heir");
    expect(heir).toMatchObject({ runId: lost.runId, fence: lost.fence + 1 });
    await expect.poll(() => lostStep, { timeout: 20_000 }).toEqual({ state: "over" });
    it.vendor.beforePage = () => {};
    await work(it.engine, heir);
    await finishRun(it.engine, { runId: lost.runId, fence: lost.fence });
    expect(await readRun(it, heir.runId)).toMatchObject({ state: "succeeded", counters: { relations: counts({ read: 300, created: 300 }) } });
  });

  test("of two copies of one step only the later one writes", async () => {
    it.vendor.set("relations", relations(300));
    await request(it, { kinds: ["relations"] });
    const { runId, fence } = await claim();
    const held = holdBeforePage(1);
    const first = step(fence, runId);
    await held.reached;
    it.vendor.beforePage = () => {};
    const second = await step(fence, runId);
    held.letGo();
    expect([await first, second]).toEqual([{ state: "over" }, { state: "done" }]);
    expect((await readRun(it, runId)).counters["relations"]).toEqual(counts({ read: 300, created: 300 }));
  });
});

describe("a step that is done again", () => {
  test("after it was cut off counts exactly: what was created stays created, what was changed stays changed", async () => {
    it.vendor.set("relations", relations(10));
    await sync(it, { kinds: ["relations"] });
    it.vendor.set("relations", [...relations(5).map((_, index) => relation(index, { city: "Zeist" })), ...relations(300, 5), skipped(800, "missingCity"), relation(305), relation(305)]);
    const { runId } = await request(it, { kinds: ["relations"], trigger: "nightly" });
    const { fence } = await claim();
    let isFirst = true;
    it.vendor.beforePage = ({ number }) => {
      if (number === 3 && isFirst) {
        isFirst = false;
        throw new Error("the connection broke");
      }
    };
    const cut = await advanceImport(it.engine, { runId, fence, retrieval: "relations", attempt: 0, isLastTry: false });
    expect(cut).toMatchObject({ state: "retry", after: 10_000 });
    expect((await readRun(it, runId)).counters["relations"]).toMatchObject({ read: 300 });
    expect(await step(fence, runId)).toEqual({ state: "done" });
    await finishRun(it.engine, { runId, fence });
    expect((await readRun(it, runId)).counters["relations"]).toEqual(counts({ read: 308, created: 296, changed: 5, unchanged: 5, skipped: 2 }));
    expect(await it.db.prisma.logEntry.count({ where: { runId, operation: "record.skipped" } })).toBe(2);
  });

  test("after it was done changes nothing, and neither does a second finish", async () => {
    it.vendor.set("relations", relations(30));
    const run = await sync(it, { kinds: ["relations"] });
    const { runId } = await request(it, { kinds: ["relations"] });
    const { fence } = await claim();
    await step(fence, runId);
    expect(await step(fence, runId)).toEqual({ state: "done" });
    await finishRun(it.engine, { runId, fence });
    await finishRun(it.engine, { runId, fence });
    expect(await it.db.prisma.logEntry.count({ where: { operation: "sync.succeeded" } })).toBe(2);
    expect(run.state).toBe("succeeded");
  });

  test("resumes at the page where it stopped, where the vendor pages", async () => {
    it.vendor.pageSize = 2;
    it.vendor.set("warehouses", Array.from({ length: 7 }, (_, index) => warehouse(index)));
    const { runId } = await request(it, { kinds: ["warehouses"] });
    const first = await claim("first");
    expect(await step(first.fence, runId, "warehouses")).toEqual({ state: "more" });
    expect(await step(first.fence, runId, "warehouses")).toEqual({ state: "more" });
    clock = 61_000;
    await work(it.engine, await claim("second"));
    expect(it.vendor.passes.map(({ resume }) => resume)).toEqual([null, 1, 2, 3, 4]);
    expect((await readRun(it, runId)).counters["warehouses"]).toEqual(counts({ read: 7, created: 7 }));
  });

  test("begins again when a crash of the database has taken the ids seen so far", async () => {
    it.vendor.pageSize = 2;
    it.vendor.set("warehouses", Array.from({ length: 5 }, (_, index) => warehouse(index)));
    const { runId } = await request(it, { kinds: ["warehouses"] });
    const claimed = await claim();
    await step(claimed.fence, runId, "warehouses");
    await it.db.pool.query(`DELETE FROM "sync_seen_${runId.replaceAll("-", "")}"`);
    await work(it.engine, claimed);
    expect(it.vendor.passes.map(({ resume }) => resume)).toEqual([null, null, 1, 2, 3]);
    expect((await readRun(it, runId)).counters["warehouses"]).toEqual(counts({ read: 5, created: 5 }));
  });
});

describe("cancelling", () => {
  test("a run that waits ends at once", async () => {
    const { runId } = await request(it);
    expect(await cancelRun(it.db, { accountId: it.accountId, runId })).toEqual({ state: "cancelled" });
    expect(await readRun(it, runId)).toMatchObject({ state: "cancelled" });
    expect(await claimRun(it.engine, it.connectionId, "worker")).toBeNull();
  });

  test("a run that waits for the vendor lets go within a heartbeat and keeps what it has written", async () => {
    it.vendor.set("relations", relations(300));
    const { runId } = await request(it, { kinds: ["relations"] });
    const { fence } = await claim();
    const held = holdBeforePage(2);
    const working = step(fence, runId);
    await held.reached;
    expect(await cancelRun(it.db, { accountId: it.accountId, runId })).toEqual({ state: "cancelling" });
    expect(await working).toEqual({ state: "over" });
    expect(await readRun(it, runId)).toMatchObject({ state: "cancelled", imports: [{ state: "cancelled" }, { state: "cancelled" }] });
    expect(await it.db.prisma.importCheckpoint.count()).toBe(0);
  });

  test("a cancelled run whose worker is gone is closed by the schedule", async () => {
    const { runId } = await request(it);
    await claim();
    await cancelRun(it.db, { accountId: it.accountId, runId });
    clock = 1_000;
    await findUnattendedConnections(it.engine);
    expect(await readRun(it, runId)).toMatchObject({ state: "cancelled" });
  });

  test("a run of another account is not found", async () => {
    const { runId } = await request(it);
    await expect(cancelRun(it.db, { accountId: it.connectionId, runId })).rejects.toMatchObject({ code: "run_not_found" });
  });

  test("cutting the connection ends its run", async () => {
    it.vendor.set("relations", relations(300));
    const { runId } = await request(it, { kinds: ["relations"] });
    const { fence } = await claim();
    it.vendor.beforePage = async ({ number }) => {
      if (number === 1) await it.db.prisma.connection.updateMany({ data: { state: "disconnected" } });
    };
    expect(await step(fence, runId)).toEqual({ state: "over" });
    expect(await readRun(it, runId)).toMatchObject({ state: "cancelled" });
  });
});

describe("runs that nobody works on", () => {
  test("are found: waiting ones, and running ones without a sign of life", async () => {
    const { runId } = await request(it);
    expect(await findUnattendedConnections(it.engine)).toEqual([it.connectionId]);
    await claim();
    expect(await findUnattendedConnections(it.engine)).toEqual([]);
    clock = 61_000;
    expect(await findUnattendedConnections(it.engine)).toEqual([it.connectionId]);
    await it.db.prisma.syncRun.update({ where: { id: runId }, data: { fence: 10 } });
    await findUnattendedConnections(it.engine);
    expect(await readRun(it, runId)).toMatchObject({ state: "failed", error: { code: "run_lost" } });
  });

  test("are closed when the job engine gives up, unless somebody else has them by then", async () => {
    const { runId } = await request(it);
    await claim("given-up");
    await failRunOf(it.engine, "somebody-else");
    expect(await readRun(it, runId)).toMatchObject({ state: "running" });
    await failRunOf(it.engine, "given-up");
    expect(await readRun(it, runId)).toMatchObject({ state: "failed" });
  });
});

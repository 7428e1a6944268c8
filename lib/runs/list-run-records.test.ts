import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pruneLog } from "@/lib/log/prune-log";
import { Prisma } from "@/lib/generated/prisma/client";
import { daysBefore } from "@/lib/retention/in-batches";
import { listRunRecords } from "@/lib/runs/list-run-records";
import type { TouchedCounter } from "@/lib/log/touched-counters";
import { marked, numberOf, relation, relations, skipped } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { pruneRejected } from "@/lib/sync/prune-runs";
import { writeChanges } from "@/lib/sync/write-changes";

let it: TestEngine;
beforeAll(async () => {
  it = await createTestEngine();
});
afterAll(() => it.close());
beforeEach(async () => {
  it.vendor.clear();
  it.vendor.alwaysComplete = [];
  await it.db.pool.query("TRUNCATE record_change, relation, external_link, skipped_record, import_checkpoint, sync_run, log_entry CASCADE");
});

const failed = (index: number, value = "x") => ({ outcome: "fail" as const, externalId: numberOf(index), label: `Odd ${index}`, field: "paymentTerm", value, detail: "no number" });
const missing = (from: number, count: number) => Array.from({ length: count }, (_, index) => skipped(from + index, "missingCity", "city"));
const behind = (runId: string, counter: TouchedCounter, accountId = it.accountId) => listRunRecords(it.db, { accountId, runId, kind: "relations", counter });
const keys = async (runId: string, counter: TouchedCounter) => (await behind(runId, counter))?.records.map(({ key }) => key);

describe("behind the counters of a sync", () => {
  test("stand the records of that sync alone, with the reason each was turned down for then", async () => {
    it.vendor.set("relations", [relation(0), skipped(1, "blocked"), skipped(2, "missingCity", "city"), failed(3)]);
    const first = await sync(it, { kinds: ["relations"] });
    // What a sync of changes skips is a part of what is not imported.
    it.vendor.set("relations", [relation(0), skipped(1, "blocked"), skipped(2, "missingName", "name"), relation(3), failed(4, "?")]);
    const second = await sync(it, { kinds: ["relations"] });
    expect(second.counters).toMatchObject({ relations: { skipped: 1, failed: 1, created: 1 } });
    expect(await behind(first.id, "skipped")).toMatchObject({
      total: 2, missing: "none",
      records: [
        { key: numberOf(1), rejection: { reason: "blocked", field: null }, isListed: true },
        { key: numberOf(2), rejection: { reason: "missingCity", field: "city" }, isListed: true },
      ],
    });
    expect(await behind(first.id, "failed")).toMatchObject({ records: [{ key: numberOf(3), name: "Odd 3", id: expect.any(String), isListed: false, rejection: { field: "paymentTerm", value: "x" } }] });
    expect(await behind(second.id, "skipped")).toMatchObject({ total: 1, records: [{ key: numberOf(2), rejection: { reason: "missingName" } }] });
    expect(await keys(second.id, "failed")).toEqual([numberOf(4)]);
    expect(await keys(second.id, "created")).toEqual([numberOf(3)]);
  });

  test("stand also those of a sync that the log says nothing about, as it changed nothing", async () => {
    it.vendor.set("relations", [relation(0), ...missing(1, 2), relation(3)]);
    it.vendor.alwaysComplete = ["relations"];
    await sync(it, { kinds: ["relations"] });
    const quiet = await sync(it, { kinds: ["relations"] });
    expect(await it.db.prisma.logEntry.count({ where: { runId: quiet.id, operation: "import.finished" } })).toBe(0);
    expect(await keys(quiet.id, "skipped")).toEqual([numberOf(1), numberOf(2)]);
    expect(await behind(quiet.id, "created")).toMatchObject({ total: 0, records: [] });
    expect(await keys(quiet.id, "unchanged")).toEqual([numberOf(0), numberOf(3)]);
    it.vendor.set("relations", [relation(0, { city: "Zeist" }), ...missing(1, 2), relation(3)]);
    await sync(it, { kinds: ["relations"] });
    expect(await behind(quiet.id, "unchanged")).toMatchObject({ total: 2, missing: "changed", records: [{ key: numberOf(3) }] });
  });

  test("stand the unchanged ones without those that were turned down and stay as they were", async () => {
    it.vendor.set("relations", relations(7));
    await sync(it, { kinds: ["relations"] });
    // One that cannot be read, the number of one that is here, one that comes twice; the last but one has gone.
    it.vendor.set("relations", [failed(0), relation(1, { debtorNumber: numberOf(4) }), skipped(2, "blocked"), relation(3, { city: "Zeist" }), relation(4), relation(6), relation(4), relation(8)]);
    const { id, counters } = await sync(it, { trigger: "manual", kinds: ["relations"] });
    expect(counters).toMatchObject({ relations: { created: 1, changed: 1, unchanged: 2, failed: 1, deactivated: 2 } });
    expect(await behind(id, "unchanged")).toMatchObject({ total: 2, missing: "none", records: [{ key: numberOf(4), name: "Relation 4", id: expect.any(String) }, { key: numberOf(6) }] });
    // Once the log no longer names them, what stands here tells the same.
    await it.db.pool.query("TRUNCATE log_entry CASCADE");
    expect(await keys(id, "unchanged")).toEqual([numberOf(4), numberOf(6)]);
    await it.db.prisma.syncRunImport.updateMany({ where: { runId: id }, data: { rejected: Prisma.DbNull } });
    expect(await behind(id, "unchanged"), "without the names of what was turned down it is not certain").toEqual({ kind: "relations", counter: "unchanged", total: 2, missing: "unnamed", records: [] });
  });

  test("stand none of the unchanged ones of a sync that changed nothing and read a part", async () => {
    it.vendor.set("relations", relations(3));
    await sync(it, { kinds: ["relations"] });
    it.vendor.set("relations", [relation(0), relation(1), marked(relation(2), "2")]);
    const quiet = await sync(it, { kinds: ["relations"] });
    expect(await behind(quiet.id, "unchanged")).toMatchObject({ total: 1, missing: "unnamed", records: [] });
    it.vendor.set("relations", [relation(0, { city: "Zeist" }), relation(1), marked(relation(2), "3")]);
    const loud = await sync(it, { kinds: ["relations"] });
    expect(await keys(loud.id, "unchanged"), "where the log says something, it names them").toEqual([numberOf(2)]);
  });

  test("stand the first five hundred of each counter where there are more, over all its pages", async () => {
    it.vendor.set("relations", [...missing(0, 620), ...Array.from({ length: 3 }, (_, index) => failed(1000 + index)), ...relations(510, 2000)]);
    const { id } = await sync(it, { kinds: ["relations"] });
    const found = await behind(id, "skipped");
    expect(found).toMatchObject({ total: 620, missing: "first" });
    expect(new Set(found?.records.map(({ key }) => key)).size).toBe(500);
    expect(await behind(id, "failed")).toMatchObject({ total: 3, missing: "none" });
    expect((await behind(id, "created"))?.records).toHaveLength(500);
    const again = await sync(it, { trigger: "manual", kinds: ["relations"] });
    expect(await behind(again.id, "unchanged")).toMatchObject({ total: 510, missing: "first" });
    expect(await keys(again.id, "unchanged")).toHaveLength(500);
  });

  test("stands what a sync that broke off or stopped to ask has written", async () => {
    it.vendor.set("relations", [...relations(40), ...missing(300, 1)]);
    it.vendor.isCutOff = true;
    const broken = await sync(it, { kinds: ["relations"] });
    it.vendor.isCutOff = false;
    expect(broken.state).toBe("failed");
    expect(await behind(broken.id, "created")).toMatchObject({ total: 40, missing: "none" });
    expect(await keys(broken.id, "skipped")).toEqual([numberOf(300)]);
    it.vendor.isCutOff = true;
    const brokenAgain = await sync(it, { trigger: "manual", kinds: ["relations"] });
    it.vendor.isCutOff = false;
    expect(await behind(brokenAgain.id, "unchanged")).toMatchObject({ total: 40, missing: "unnamed", records: [] });
    it.vendor.set("relations", [relation(0, { city: "Zeist" }), relation(1), relation(50)]);
    const stopped = await sync(it, { trigger: "manual", kinds: ["relations"] });
    expect(stopped.state).toBe("stopped");
    expect([await keys(stopped.id, "created"), await keys(stopped.id, "changed")]).toEqual([[numberOf(50)], [numberOf(0)]]);
    expect(await keys(stopped.id, "unchanged")).toEqual([numberOf(1)]);
    expect(await behind(broken.id, "created"), "one of them has been changed since").toMatchObject({ total: 40, missing: "changed" });
    expect(await keys(broken.id, "created")).toHaveLength(39);
  });

  test("stand those of a single change that the vendor told of", async () => {
    it.vendor.set("relations", relations(4));
    await sync(it);
    const change = { records: [{ kind: "relations" as const, records: [relation(0), relation(1, { city: "Zeist" }), skipped(2, "blocked"), failed(3)] }], gone: [] };
    const { runId } = await writeChanges(it.engine, { connectionId: it.connectionId, change, origin: { trigger: "webhook", deliveries: 1 } });
    const counters: TouchedCounter[] = ["changed", "skipped", "deactivated", "failed", "unchanged"];
    expect(await Promise.all(counters.map((counter) => keys(runId ?? "", counter)))).toEqual([[numberOf(1)], [numberOf(2)], [numberOf(2)], [numberOf(3)], [numberOf(0)]]);
  });

  test("stand no names of what was not imported after thirty days, and never another account's", async () => {
    it.vendor.set("relations", [relation(0), ...missing(1, 2)]);
    const { id } = await sync(it, { trigger: "manual", kinds: ["relations"] });
    expect(await pruneRejected(it.db, new Date())).toBe(0);
    await it.db.prisma.syncRunImport.updateMany({ where: { runId: id }, data: { finishedAt: daysBefore(new Date(), 31) } });
    expect(await pruneRejected(it.db, new Date())).toBe(1);
    expect(await behind(id, "skipped")).toEqual({ kind: "relations", counter: "skipped", total: 2, missing: "aged", records: [] });
    await pruneLog(it.db, daysBefore(new Date(), -31));
    expect(await keys(id, "created"), "as long as nothing has changed it since").toEqual([numberOf(0)]);
    expect(await behind(id, "created", randomUUID())).toBeNull();
  });
});

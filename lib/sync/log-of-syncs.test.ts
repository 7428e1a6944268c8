import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLogEntry } from "@/lib/log/read-entry";
import { listRunRecords } from "@/lib/runs/list-run-records";
import { readRequests } from "@/lib/runs/read-requests";
import { material, numberOf, relation, relations, skipped } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let it: TestEngine;
beforeEach(async () => {
  it = await createTestEngine();
});
afterEach(() => it.close());

const ofRun = (runId: string, operation: string) => it.db.prisma.logEntry.findMany({ where: { runId, operation }, orderBy: { at: "asc" } });
const missing = (from: number, count: number) => Array.from({ length: count }, (_, index) => skipped(from + index, "missingCity", "city"));

describe("the log of a sync", () => {
  test("is one entry with what happened below it, said when it ends", async () => {
    it.vendor.set("relations", relations(3));
    const run = await sync(it, { trigger: "manual", kinds: ["relations"] });
    const top = await it.db.prisma.logEntry.findMany({ where: { parentId: null } });
    expect(top).toMatchObject([{ id: run.id, level: "success", messageKey: "sync.succeeded", params: { trigger: "manual", vendor: "Fixture", created: 3 } }]);
    expect(await ofRun(run.id, "import.finished")).toMatchObject([
      { parentId: run.id, kind: "relations", detail: { counts: { created: 3 }, created: ["10000", "10001", "10002"] } },
      { kind: "deliveryAddresses" },
    ]);
    expect(await ofRun(run.id, "import.read")).toMatchObject([{ detail: { exchanges: [{ address: "fixture://relations/0" }] } }]);
    expect(run.requests).toBe(1);
  });

  test("is a single quiet entry when nothing had changed", async () => {
    it.vendor.set("relations", relations(3));
    await sync(it);
    const run = await sync(it);
    expect(await it.db.prisma.logEntry.findMany({ where: { runId: run.id } })).toMatchObject([{ messageKey: "sync.unchanged", level: "success" }]);
  });

  test("names what was created, changed, deactivated, skipped, failed and unchanged", async () => {
    it.vendor.set("relations", relations(6));
    await sync(it, { trigger: "manual", kinds: ["relations"] });
    const failed = { outcome: "fail" as const, externalId: "9001", label: "Odd", field: "name", value: "x", detail: "too odd" };
    it.vendor.set("relations", [relation(0, { name: "Renamed" }), ...relations(3, 1), relation(7), skipped(40, "missingCity", "city"), failed]);
    const run = await sync(it, { trigger: "manual", kinds: ["relations"] });
    const [finished] = await ofRun(run.id, "import.finished");
    expect(finished?.detail).toMatchObject({
      created: ["10007"], changed: ["10000"], deactivated: ["10004", "10005"], skipped: ["10040"], failed: ["9001"], unchanged: ["10001", "10002", "10003"],
      counts: { created: 1, changed: 1, unchanged: 3, deactivated: 2, skipped: 1, failed: 1 },
    });
    const of = { accountId: it.accountId, runId: run.id, kind: "relations" as const };
    const deactivated = await listRunRecords(it.db, { ...of, counter: "deactivated" });
    expect(deactivated).toMatchObject({ total: 2, records: [{ key: "10004", name: "Relation 4", id: expect.any(String) }, { key: "10005" }] });
    expect(await listRunRecords(it.db, { ...of, counter: "failed" })).toMatchObject({ kind: "relations", counter: "failed", total: 1, records: [{ key: "9001", id: null, name: "Odd" }] });
    expect(await listRunRecords(it.db, { ...of, kind: "materials", counter: "created" })).toBeNull();
    expect(await listRunRecords(it.db, { ...of, accountId: randomUUID(), counter: "created" })).toBeNull();
    const opened = await readLogEntry(it.db, { accountId: it.accountId, entryId: run.id });
    expect(opened.touched.map(({ counter }) => counter)).toEqual(["created", "changed", "deactivated", "skipped", "failed", "unchanged"]);
    const requests = await readRequests(it.db, { accountId: it.accountId, runId: run.id });
    expect(requests).toMatchObject([{ address: "fixture://relations/0", position: 0 }]);
    expect(requests[0]).not.toHaveProperty("request");
    expect(await readRequests(it.db, { accountId: randomUUID(), runId: run.id })).toEqual([]);
  });

  test("names few of the many that are unchanged when it is opened, after everything else", async () => {
    it.vendor.set("relations", relations(14));
    await sync(it);
    it.vendor.set("relations", relations(13));
    it.vendor.set("materials", [material(0)]);
    const run = await sync(it, { trigger: "manual", kinds: ["relations", "materials"] });
    const { touched } = await readLogEntry(it.db, { accountId: it.accountId, entryId: run.id });
    expect(touched.map(({ kind, counter }) => `${kind} ${counter}`)).toEqual(["relations deactivated", "materials created", "relations unchanged"]);
    expect(touched[2]).toMatchObject({ total: 13, records: Array.from({ length: 10 }, (_, index) => ({ key: numberOf(index), name: `Relation ${index}` })) });
  });

  test("never holds the login", async () => {
    it.vendor.set("relations", relations(3));
    await sync(it, { trigger: "manual" });
    expect(JSON.stringify(await it.db.prisma.logEntry.findMany())).not.toContain("secret key");
  });
});

describe("records that are not imported", () => {
  test("stand in the log by themselves while they are few, with what to do", async () => {
    it.vendor.set("relations", [...relations(3), ...missing(500, 5), skipped(600, "notCustomer")]);
    const run = await sync(it, { kinds: ["relations"] });
    const entries = await ofRun(run.id, "record.skipped");
    expect(entries.filter(({ level }) => level === "error")).toHaveLength(5);
    expect(entries.filter(({ level }) => level === "error").every(({ parentId, remedy }) => parentId === null && remedy === "correctAtVendor")).toBe(true);
    expect(entries.find(({ level }) => level === "info")).toMatchObject({ parentId: run.id, remedy: null, params: { reason: "notCustomer", key: "10600" } });
  });

  test("go below their run when they are many, and after the first ones only their number is told", async () => {
    it.vendor.set("relations", [...relations(3), ...missing(1000, 260), ...Array.from({ length: 70 }, (_, index) => skipped(5000 + index, "notCustomer"))]);
    const run = await sync(it, { kinds: ["relations"] });
    const entries = await ofRun(run.id, "record.skipped");
    expect(entries.every(({ parentId }) => parentId === run.id)).toBe(true);
    expect(entries.filter(({ messageKey }) => messageKey === "record.skipped")).toHaveLength(200);
    expect(entries.find(({ messageKey }) => messageKey === "record.more")).toMatchObject({ params: { kind: "relations", count: 130 } });
    expect(await it.db.prisma.skippedRecord.count()).toBe(330);
  });

  test("are told once, and again only when the reason changes", async () => {
    it.vendor.set("relations", [relation(0), ...missing(500, 2)]);
    await sync(it);
    await sync(it, { trigger: "manual" });
    expect(await it.db.prisma.logEntry.count({ where: { operation: "record.skipped" } })).toBe(2);
    const [{ firstSeenAt } = { firstSeenAt: null }] = await it.db.prisma.skippedRecord.findMany({ where: { externalId: "10501" } });
    it.vendor.set("relations", [relation(0), skipped(500, "missingName", "name"), ...missing(501, 1)]);
    const run = await sync(it);
    expect(await ofRun(run.id, "record.skipped")).toMatchObject([{ params: { key: "10500", reason: "missingName" } }]);
    expect(await it.db.prisma.skippedRecord.findFirst({ where: { externalId: "10501" } })).toMatchObject({ firstSeenAt });
  });
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { pruneLog } from "@/lib/log/prune-log";
import { writeLogs, type LogInput } from "@/lib/log/write-log";
import { claimRun } from "@/lib/sync/claim-run";
import { relations } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, request, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { dropForgottenTables, pruneRuns } from "@/lib/sync/prune-runs";
import { openSeenTable, seenTable } from "@/lib/sync/seen-records";

let it: TestEngine;
beforeEach(async () => {
  it = await createTestEngine();
});
afterEach(() => it.close());

const now = new Date();
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000);

test("the log keeps entries for thirty days, errors and what they stand below for ninety", async () => {
  const entry = (days: number, level: LogInput["level"], parentId: string | null = null): LogInput => ({
    accountId: it.accountId, at: daysAgo(days), level, operation: "test.entry", messageKey: `${level} ${days}`, params: {}, parentId,
  });
  await writeLogs(it.db, [entry(29, "success"), entry(31, "success"), entry(31, "error"), entry(89, "error"), entry(91, "error"), entry(40, "warning")]);
  const [parent] = await it.db.prisma.logEntry.findMany({ where: { messageKey: "warning 40" } });
  await writeLogs(it.db, [entry(40, "error", parent?.id ?? null), entry(40, "info", parent?.id ?? null)]);
  expect(await pruneLog(it.db, now)).toBe(3);
  const kept = await it.db.prisma.logEntry.findMany({ select: { messageKey: true }, orderBy: { messageKey: "asc" } });
  expect(kept.map(({ messageKey }) => messageKey)).toEqual(["error 31", "error 40", "error 89", "success 29", "warning 40"]);
});

test("many entries go in batches", async () => {
  const many = Array.from({ length: 12_000 }, (): LogInput => ({ accountId: it.accountId, at: daysAgo(40), level: "info", operation: "test.entry", messageKey: "x", params: {} }));
  await writeLogs(it.db, many);
  expect(await pruneLog(it.db, now)).toBe(12_000);
});

test("counters are kept for a year; a run that has not ended is never deleted", async () => {
  it.vendor.set("relations", relations(2));
  const old = await sync(it);
  const recent = await sync(it);
  const { runId: waiting } = await request(it);
  await it.db.prisma.syncRun.update({ where: { id: old.id }, data: { finishedAt: daysAgo(366) } });
  await it.db.prisma.syncRun.update({ where: { id: recent.id }, data: { finishedAt: daysAgo(364) } });
  await it.db.prisma.syncRun.update({ where: { id: waiting }, data: { requestedAt: daysAgo(900) } });
  expect(await pruneRuns(it.db, now)).toBe(1);
  expect(await it.db.prisma.syncRunImport.count({ where: { runId: old.id } })).toBe(0);
  expect((await it.db.prisma.syncRun.findMany({ select: { id: true } })).map(({ id }) => id).sort()).toEqual([recent.id, waiting].sort());
});

test("tables of dead runs are dropped, those of living ones and all others stay", async () => {
  const { runId } = await request(it);
  await claimRun(it.engine, it.connectionId, "alive");
  const dead = "00000000-0000-4000-8000-000000000000";
  await openSeenTable(it.db.pool, runId);
  await openSeenTable(it.db.pool, dead);
  expect(await dropForgottenTables(it.db)).toBe(1);
  await it.db.pool.query(`SELECT FROM ${seenTable(runId)}`);
  await expect(it.db.pool.query(`SELECT FROM ${seenTable(dead)}`)).rejects.toThrow("does not exist");
  expect(await it.db.prisma.relation.count()).toBe(0);
});

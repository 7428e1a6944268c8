import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "@/e2e/support/people";
import { pruneRequestCounts } from "@/lib/budget/prune-request-counts";
import type { DashboardRange } from "@/lib/dashboard/range";
import { readFigures, readIntegrationHours } from "@/lib/dashboard/read-dashboard";
import { readDashboardIssues } from "@/lib/dashboard/read-issues";
import { readPeriod } from "@/lib/dashboard/read-period";
import type { ExportState, SyncState } from "@/lib/generated/prisma/enums";
import { fixtureConnector } from "@/lib/sync/fixtures/fixture-connector";
import { relation, relations } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

const timeZone = "Europe/Amsterdam";
const A_DAY = 24 * 60 * 60_000;

let test: TestEngine;
let stranger: string;
beforeAll(async () => {
  test = await createTestEngine();
  stranger = (await createAccount(test.db)).id;
});
afterAll(() => test.close());

/** The figures of a range that ends at a moment; by default now, with all that really happened. */
const figures = (range: DashboardRange, { accountId = test.accountId, now = new Date(), zone = timeZone } = {}) =>
  readFigures({ db: test.db, timing: { ...test.engine.timing, now: () => now } }, { accountId, timeZone: zone, range });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A sync that has ended at a moment. */
const enterRun = (finishedAt: string, state: SyncState, accountId = test.accountId) =>
  test.db.prisma.syncRun.create({ data: { accountId, connectionId: test.connectionId, administration: "A", trigger: "automatic", kinds: [], confirmedKinds: [], overwriteKinds: [], state, requestedAt: new Date(finishedAt), finishedAt: new Date(finishedAt) } });

async function enterExport(requestedAt: Date, state: ExportState, { problems = [], workOrderId }: { problems?: string[]; workOrderId?: string } = {}): Promise<string> {
  const number = randomUUID();
  const id = workOrderId ?? (await test.db.prisma.workOrder.create({ data: { accountId: test.accountId, number, status: "complete", workDate: requestedAt, revision: 2 }, select: { id: true } })).id;
  const problem = problems.length > 0 ? { problem: { problems: problems.map((code) => ({ code, params: {} })) } } : {};
  await test.db.prisma.exportIntent.create({ data: { accountId: test.accountId, connectionId: test.connectionId, workOrderId: id, administration: "A", revision: 1, reference: number, state, trigger: "manual", requestedAt, ...problem } });
  return id;
}

describe("the figures of syncs that really ran", () => {
  it("count what changed and every request, and make an hour with one failure an hour with an error", async () => {
    test.vendor.set("relations", relations(5));
    const runs = [await sync(test)];
    test.vendor.set("relations", [...relations(4), relation(4, { name: "Another name" })]);
    runs.push(await sync(test));
    test.vendor.isCutOff = true;
    runs.push(await sync(test));
    test.vendor.isCutOff = false;
    runs.push(await sync(test));
    expect(runs.map(({ state }) => state)).toEqual(["succeeded", "succeeded", "failed", "succeeded"]);

    const { runs: byResult, changes, causes, requests } = await figures("24h");
    expect([sum(byResult.map(({ succeeded }) => succeeded)), sum(byResult.map(({ failed }) => failed))]).toEqual([3, 1]);
    expect(changes.kinds).toEqual([{ kind: "relations", count: 6 }]);
    expect(sum(changes.spans.map((span) => span[test.connectionId] ?? 0))).toBe(6);
    expect(causes).toEqual([{ cause: "syncFailed", count: 1 }]);
    const counted = await test.db.prisma.syncRun.aggregate({ where: { accountId: test.accountId }, _sum: { requests: true } });
    expect(sum(requests.map((span) => span[test.connectionId]?.all ?? 0))).toBe(counted._sum.requests);
    expect(counted._sum.requests).toBeGreaterThan(0);

    const { integrations } = await readIntegrationHours(test.engine, { accountId: test.accountId, timeZone }, [fixtureConnector(test.vendor), fixtureConnector(test.vendor, "other")]);
    const [linked, unlinked] = integrations;
    // They may have run across the turn of an hour: then all but one of their hours are good.
    expect(linked?.hours.filter((hour) => hour === "error")).toHaveLength(1);
    expect(linked?.hours).toHaveLength(24);
    expect(linked).toMatchObject({ books: "First", isLicensed: true, lacksAdministration: false, freshness: { state: expect.any(String) } });
    expect(unlinked).toMatchObject({ connectionId: null, isLicensed: false, freshness: { state: "noLicence" }, budget: null });
    expect(new Set(unlinked?.hours)).toEqual(new Set(["none"]));
  });

  it("are nobody else's", async () => {
    const { runs, changes, exports, causes, requests } = await figures("30d", { accountId: stranger });
    expect(sum([...runs, ...exports].flatMap((span) => Object.values(span)))).toBe(0);
    expect([changes.kinds, causes, requests.flatMap((span) => Object.keys(span))]).toEqual([[], [], []]);
  });
});

describe("spans of time", () => {
  const starts = async (range: DashboardRange, now: string, zone = timeZone) => (await readPeriod(test.db, { range, timeZone: zone, now: new Date(now) })).starts.map((start) => start.toISOString());

  it("are days from midnight to midnight, also those of 25 and of 23 hours", async () => {
    expect((await starts("7d", "2026-10-27T10:00:00Z")).slice(3)).toEqual(["2026-10-23T22:00:00.000Z", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z", "2026-10-26T23:00:00.000Z"]);
    expect((await starts("7d", "2026-03-30T10:00:00Z")).slice(4)).toEqual(["2026-03-27T23:00:00.000Z", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"]);
    expect(await starts("30d", "2026-10-27T10:00:00Z")).toHaveLength(30);
  });

  it("are hours that follow each other when the clock is put back, and begin at the half where the zone does", async () => {
    const hours = (await starts("24h", "2026-10-25T02:30:00Z")).map((start) => Date.parse(start));
    expect(hours).toHaveLength(24);
    expect(new Set(hours.map((start, index) => start - (hours[index - 1] ?? start - 3_600_000)))).toEqual(new Set([3_600_000]));
    expect((await starts("24h", "2026-10-25T02:10:00Z", "Asia/Kolkata")).at(-1)).toBe("2026-10-25T01:30:00.000Z");
  });

  it("get what happened in them by the account's clock, and are gaps where nothing did", async () => {
    const account = await createAccount(test.db);
    // In Amsterdam: 23:30 on the 25th, the day the clock was put back; 00:30 on the 26th; and both times 02:30 on the 25th.
    for (const [at, state] of [["2026-10-25T22:30:00Z", "succeeded"], ["2026-10-25T23:30:00Z", "failed"], ["2026-10-25T00:30:00Z", "partial"], ["2026-10-25T01:30:00Z", "stopped"]] as const) await enterRun(at, state, account.id);
    const days = (await figures("7d", { accountId: account.id, now: new Date("2026-10-27T10:00:00Z") })).runs;
    expect(days.slice(4).map(({ succeeded, partial, stopped, failed }) => [succeeded, partial, stopped, failed])).toEqual([[1, 1, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0]]);
    const hours = (await figures("24h", { accountId: account.id, now: new Date("2026-10-25T02:30:00Z") })).runs;
    expect(hours.slice(-3).map(({ partial, stopped }) => [partial, stopped])).toEqual([[1, 0], [0, 1], [0, 0]]);
  });
});

describe("the figures of exports", () => {
  it("count work orders by how they stand now, and each cause for which one was refused", async () => {
    const at = new Date("2026-08-10T09:00:00Z");
    const again = await enterExport(at, "rejected", { problems: ["materialNotFound", "noLines"] });
    await enterExport(new Date(at.getTime() + A_DAY), "finished", { workOrderId: again });
    await enterExport(at, "rejected", { problems: ["materialNotFound", "relationNotFound"] });
    await enterExport(at, "rejected");
    for (const state of ["pending", "sending", "uncertain", "needs_review", "dismissed"] as const) await enterExport(at, state);
    const { exports, causes } = await figures("7d", { now: new Date("2026-08-12T09:00:00Z") });
    const [first, second] = exports.slice(4);
    expect(first).toEqual({ done: 0, notSent: 1, waiting: 2, open: 2, failed: 1 });
    expect(second).toEqual({ done: 1, notSent: 0, waiting: 0, open: 0, failed: 0 });
    expect(Object.fromEntries(causes.map(({ cause, count }) => [cause, count]))).toMatchObject({ mappingMissing: 2, exportRejected: 1, exportNeedsReview: 1, exportUncertain: 1 });
  });
});

describe("issues on the dashboard", () => {
  it("name what needs a person, and leave out what is muted", async () => {
    const now = new Date();
    const enter = (subject: string, severity: "action" | "watch", more: object = {}) =>
      test.db.prisma.issue.create({ data: { accountId: test.accountId, connectionId: test.connectionId, cause: "syncFailed", subject, severity, params: {}, records: [], firstAt: now, lastAt: now, ...more } });
    await enter("unexpected", "action");
    await enter("vendor_nonsense", "watch");
    await enter("vendor_error", "action", { mutedAt: now });
    await enter("vendor_slow", "action", { state: "resolved", resolvedAt: now });
    await enter("", "action", { cause: "guardTripped" });
    const { counts, toDo, listed, byVendor, asking } = await readDashboardIssues(test.db, test.accountId, now);
    expect(counts).toEqual({ action: 2, watch: 1, muted: 1 });
    expect(toDo.map(({ subject }) => subject).toSorted()).toEqual(["", "unexpected"]);
    expect(listed.map(({ state }) => state)).toEqual(["open", "open", "open", "open", "resolved"]);
    expect(byVendor).toEqual(new Map([["fixture", 3]]));
    expect(asking).toEqual(new Set([test.connectionId]));
  });
});

it("requests are kept for a year", async () => {
  const enter = (days: number) => test.db.prisma.requestCount.create({ data: { accountId: test.accountId, connectionId: randomUUID(), hour: new Date(Date.now() - days * A_DAY), requests: 1 } });
  await Promise.all([enter(366), enter(400), enter(364)]);
  const before = await test.db.prisma.requestCount.count();
  expect(await pruneRequestCounts(test.db, new Date())).toBe(2);
  expect(await test.db.prisma.requestCount.count()).toBe(before - 2);
});

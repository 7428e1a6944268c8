import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "@/e2e/support/people";
import { findActiveRun } from "@/lib/runs/find-active-run";
import { findRunScope } from "@/lib/runs/find-run-scope";
import { getRun } from "@/lib/runs/get-run";
import { keepRecords } from "@/lib/runs/keep-records";
import { listRuns } from "@/lib/runs/list-runs";
import { runFilters, type RunFilters } from "@/lib/runs/run-filters";
import { runAgain } from "@/lib/runs/run-again";
import { cancelRun } from "@/lib/sync/cancel-run";
import { material, relations, skipped } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, request, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let test: TestEngine;
let stranger: string;
beforeAll(async () => {
  test = await createTestEngine();
  stranger = (await createAccount(test.db)).id;
  test.vendor.set("relations", [...relations(20), skipped(90, "blocked")]);
  test.vendor.set("materials", [material(1)]);
});
afterAll(() => test.close());

const list = (cursor: string | null = null, limit = 30, accountId = test.accountId) => listRuns(test.db, { accountId, cursor, limit });
const get = (runId: string, accountId = test.accountId) => getRun(test.engine, { accountId, runId });

describe("the history of syncs", () => {
  it("sums the counters of what was asked for, without what comes along", async () => {
    const { id } = await sync(test);
    const [newest] = (await list()).rows;
    expect(newest).toMatchObject({
      id, vendor: "fixture", trigger: "automatic", state: "succeeded", requestedBy: null, error: null,
      counters: { read: 22, created: 21, changed: 0, unchanged: 0, skipped: 1, deactivated: 0, failed: 0 },
      startedAt: expect.stringMatching(/Z$/), finishedAt: expect.stringMatching(/Z$/),
    });
  });

  it("comes in pages without gap or repetition, newest first", async () => {
    await sync(test);
    await sync(test, { trigger: "manual" });
    const whole = (await list()).rows.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(cursor, 1);
      paged.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(3);
    expect((await list("nonsense")).rows).toHaveLength(3);
  });

  it("is narrowed to an integration, an outcome and how a sync came about, page by page", async () => {
    const like = async (filters: Partial<RunFilters>, cursor: string | null = null) =>
      listRuns(test.db, { accountId: test.accountId, cursor, limit: 1, filters: { integration: null, result: null, trigger: null, ...filters } });
    const first = await like({ trigger: "automatic" });
    expect([first.rows.map(({ trigger }) => trigger), first.next !== null]).toEqual([["automatic"], true]);
    expect((await like({ trigger: "automatic" }, first.next)).rows[0]?.id).not.toBe(first.rows[0]?.id);
    expect((await like({ result: "succeeded", integration: "fixture", trigger: "manual" })).rows).toMatchObject([{ trigger: "manual", state: "succeeded" }]);
    expect((await like({ result: "trouble" })).rows).toEqual([]);
    test.vendor.isCutOff = true;
    const { id, state } = await sync(test);
    test.vendor.isCutOff = false;
    expect((await like({ result: "trouble" })).rows).toMatchObject([{ id, state }]);
    expect(state).not.toBe("succeeded");
    expect((await like({ integration: "cash" })).rows).toEqual([]);
    expect(runFilters.parse({ integration: ["a", "b"], result: "none", trigger: "x" })).toEqual({ integration: null, result: null, trigger: null });
  });

  it("shows another account nothing", async () => {
    const [run] = (await list()).rows;
    const runId = run?.id ?? "";
    expect((await list(null, 30, stranger)).rows).toEqual([]);
    await expect(get(runId, stranger)).rejects.toMatchObject({ code: "run_not_found" });
    await expect(findRunScope(test.db, { accountId: stranger, runId })).rejects.toMatchObject({ code: "run_not_found" });
    await expect(runAgain(test.engine, { accountId: stranger, runId, requestedBy: "Nobody" })).rejects.toMatchObject({ code: "run_not_found" });
    expect(await findActiveRun(test.db, { accountId: stranger, connectionId: test.connectionId })).toBeNull();
  });

  it("has no run for an id that is none of its own", async () => {
    await expect(get(randomUUID())).rejects.toMatchObject({ code: "run_not_found" });
  });
});

describe("one sync", () => {
  it("shows its counters per import, in the order in which they are read", async () => {
    const { id } = await sync(test, { trigger: "manual" });
    const run = await get(id);
    expect(run.imports.map(({ kind }) => kind)).toEqual(["relations", "deliveryAddresses", "materials", "hourTypes", "warehouses", "employees"]);
    expect(run.imports[0]).toMatchObject({ state: "done", read: 21, unchanged: 20, skipped: 1, guard: null, error: null });
    expect(run.budget).toBeNull();
  });

  it("says while it is under way how much of the vendor's limit is used", async () => {
    const { runId } = await request(test);
    expect(await get(runId)).toMatchObject({ state: "waiting", budget: { used: expect.any(Number), perMinute: 1_000_000 } });
    await cancelRun(test.db, { accountId: test.accountId, runId });
    expect(await get(runId)).toMatchObject({ state: "cancelled", budget: null, isStopping: false });
  });

  it("that failed says why, and is not summed as a success", async () => {
    test.vendor.isCutOff = true;
    const { id } = await sync(test, { kinds: ["relations"], trigger: "manual" });
    test.vendor.isCutOff = false;
    const run = await get(id);
    expect(run).toMatchObject({ state: "failed", error: { code: "vendor_incomplete" } });
    expect((await list()).rows[0]).toMatchObject({ id, state: "failed" });
  });

  it("can be asked for again: the same imports in the same way", async () => {
    const { id } = await sync(test, { kinds: ["relations"], trigger: "manual" });
    const next = await runAgain(test.engine, { accountId: test.accountId, runId: id, requestedBy: "Marit" });
    expect(next).toMatchObject({ connectionId: test.connectionId, vendor: "fixture" });
    expect(await get(next.runId)).toMatchObject({ state: "waiting", trigger: "manual", kinds: ["relations"], requestedBy: "Marit" });
    await cancelRun(test.db, { accountId: test.accountId, runId: next.runId });
  });
});

describe("the guard's question", () => {
  const keep = (runId: string, accountId = test.accountId) => keepRecords(test.db, { actor: { accountId, userId: null, name: "Marit" }, runId });

  it("answered with no changes nothing, names who decided, and is in the audit trail", async () => {
    test.vendor.set("relations", relations(5));
    const { id } = await sync(test, { kinds: ["relations"], trigger: "manual" });
    expect(await get(id)).toMatchObject({ state: "stopped", imports: [{ kind: "relations", state: "stopped", guard: { wouldGo: 15, of: 20 } }, {}] });
    await expect(keep(id, stranger)).rejects.toMatchObject({ code: "run_not_found" });
    await keep(id);
    expect((await get(id)).imports[0]?.guard).toEqual({ wouldGo: 15, of: 20, keptBy: "Marit" });
    expect(await test.db.prisma.relation.count({ where: { accountId: test.accountId, active: true } })).toBe(20);
    const audit = await test.db.prisma.auditEvent.findFirst({ where: { accountId: test.accountId }, orderBy: { at: "desc" } });
    expect(audit).toMatchObject({ action: "sync.records-kept", subject: "fixture", detail: { relations: 15 } });
  });

  it("cannot be answered where none was asked", async () => {
    test.vendor.set("relations", relations(20));
    const { id } = await sync(test, { kinds: ["relations"], trigger: "manual" });
    await expect(keep(id)).rejects.toMatchObject({ code: "run_not_found" });
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError, type ErrorCode, type ErrorKind } from "@/lib/errors";
import { getRun } from "@/lib/runs/get-run";
import { advanceImport } from "@/lib/sync/advance-import";
import { cancelRun } from "@/lib/sync/cancel-run";
import { claimRun } from "@/lib/sync/claim-run";
import { findUnattendedConnections } from "@/lib/sync/find-unattended";
import { hourType, material, relations, warehouse } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, readRun, request, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let it: TestEngine;
beforeEach(async () => {
  it = await createTestEngine();
  it.vendor.set("relations", relations(3));
  it.vendor.set("materials", [material(1)]);
  it.vendor.set("hourTypes", [hourType(1)]);
  it.vendor.set("warehouses", [warehouse(1)]);
});
afterEach(() => it.close());

/** The vendor fails while this kind is read. */
function failAt(kind: string, code: ErrorCode, errorKind: ErrorKind, retryAfterMs?: number) {
  it.vendor.beforePage = (page) => {
    if (page.kind === kind) throw new AppError(code, { kind: errorKind, retryAfterMs });
  };
}
const connection = () => it.db.prisma.connection.findFirstOrThrow();

describe("what a failure means", () => {
  test("one table that fails does not keep the others from coming through", async () => {
    failAt("materials", "vendor_nonsense", "system");
    const run = await sync(it);
    expect(run.state).toBe("partial");
    expect(run.imports.map(({ kind, state }) => [kind, state])).toEqual([
      ["relations", "done"],
      ["deliveryAddresses", "done"],
      ["materials", "failed"],
      ["hourTypes", "failed"],
      ["warehouses", "done"],
    ]);
    expect(await it.db.prisma.importCheckpoint.findMany({ select: { kind: true }, orderBy: { kind: "asc" } })).toEqual([{ kind: "relations" }, { kind: "deliveryAddresses" }, { kind: "warehouses" }]);
    expect((await connection()).lastSuccessAt).toBeNull();
    expect(await it.db.prisma.logEntry.findUnique({ where: { id: run.id } })).toMatchObject({ messageKey: "sync.partialImports", params: { broken: 2, failed: 0 } });
  });

  test("a vendor that is away fails the rest at once with the same reason, and is logged once", async () => {
    failAt("relations", "vendor_unreachable", "transient");
    const run = await sync(it);
    expect(run).toMatchObject({ state: "failed", error: { code: "vendor_unreachable" } });
    expect(run.imports.every(({ state }) => state === "failed")).toBe(true);
    expect(it.vendor.passes).toHaveLength(1);
    const entries = await it.db.prisma.logEntry.findMany({ where: { runId: run.id, level: "error" }, orderBy: { at: "asc" } });
    expect(entries.map(({ operation, parentId }) => [operation, parentId])).toEqual([["import.failed", run.id], ["sync.failed", null]]);
    expect((await connection()).state).toBe("connected");
  });

  test.each(["credentials_refused", "no_administration", "missing_rights"] as const)("%s asks for a person, and the next success clears it", async (code) => {
    failAt("relations", code, "config");
    expect((await sync(it)).state).toBe("failed");
    expect(await connection()).toMatchObject({ state: "action_required", stateReason: code });
    it.vendor.beforePage = () => {};
    expect((await sync(it, { trigger: "manual" })).state).toBe("succeeded");
    expect(await connection()).toMatchObject({ state: "connected", stateReason: null });
    expect((await connection()).lastSuccessAt).not.toBeNull();
  });

  test("credentials that can no longer be read fail the run and lose nothing", async () => {
    await it.db.prisma.connection.updateMany({ data: { secrets: { key: "v1.gone.x.y.z" } } });
    expect(await sync(it)).toMatchObject({ state: "failed", error: { code: "not_connected" } });
    expect(await it.db.prisma.relation.count()).toBe(0);
  });
});

describe("what passes by itself", () => {
  test("is tried again by the job engine, said nothing about, and nobody takes the run over meanwhile", async () => {
    let clock = 0;
    const engine = { ...it.engine, timing: { ...it.engine.timing, now: () => new Date(Date.now() + clock) } };
    failAt("relations", "vendor_slow", "transient", 120_000);
    const { runId } = await request(it);
    const claim = await claimRun(engine, it.connectionId, "one");
    if (!claim) throw new Error("nothing to claim");
    const step = { runId, fence: claim.fence, retrieval: "relations" };
    expect(await advanceImport(engine, { ...step, attempt: 0, isLastTry: false })).toEqual({ state: "retry", after: 120_000, code: "vendor_slow" });
    expect(await getRun(it.engine, { accountId: it.accountId, runId })).toMatchObject({ waitsUntil: expect.any(String), waitsFor: { code: "vendor_slow" } });
    clock = 119_000;
    expect(await claimRun(engine, it.connectionId, "two")).toBeNull();
    expect(await findUnattendedConnections(engine)).toEqual([]);
    expect(await it.db.prisma.logEntry.count({ where: { level: "error" } })).toBe(0);
    it.vendor.beforePage = () => {};
    expect(await advanceImport(engine, { ...step, attempt: 1, isLastTry: false })).toEqual({ state: "done" });
    expect(await getRun(it.engine, { accountId: it.accountId, runId })).toMatchObject({ waitsUntil: null, waitsFor: null });
    expect(await readRun(it, runId)).toMatchObject({ state: "running", waitsUntil: null, counters: { relations: { created: 3 } } });
  });

  test("waits longer each time", async () => {
    failAt("relations", "vendor_error", "transient");
    const { runId } = await request(it);
    const claim = await claimRun(it.engine, it.connectionId, "one");
    const waits = [];
    for (const attempt of [0, 1, 2, 5]) {
      const advance = await advanceImport(it.engine, { runId, fence: claim?.fence ?? 0, retrieval: "relations", attempt, isLastTry: false });
      waits.push(advance.state === "retry" ? advance.after : advance.state);
    }
    expect(waits).toEqual([10_000, 30_000, 60_000, 60_000]);
  });
});

describe("a failure and a cancellation at once", () => {
  test("leave a cancelled run, not a failed one", async () => {
    const { runId } = await request(it, { kinds: ["relations"] });
    const claim = await claimRun(it.engine, it.connectionId, "one");
    it.vendor.pageSize = 1;
    it.vendor.beforePage = async ({ number }) => {
      if (number < 2) return;
      await cancelRun(it.db, { accountId: it.accountId, runId });
      throw new AppError("vendor_slow", { kind: "transient" });
    };
    const advance = await advanceImport(it.engine, { runId, fence: claim?.fence ?? 0, retrieval: "relations", attempt: 3, isLastTry: true });
    expect(advance).toEqual({ state: "over" });
    expect(await readRun(it, runId)).toMatchObject({ state: "cancelled" });
  });

  test("requests made before a failure are counted too", async () => {
    it.vendor.pageSize = 1;
    it.vendor.beforePage = ({ number }) => {
      if (number === 2) throw new AppError("vendor_nonsense", { kind: "system" });
    };
    expect((await sync(it, { kinds: ["relations"] })).requests).toBe(2);
  });
});

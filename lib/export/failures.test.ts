import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { createExportTest, enterComplete, readExport, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { exportNext } from "@/lib/export/export-next";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());
beforeEach(() => {
  it.sales.fates = [];
  it.sales.failsToRead = null;
  it.sales.beforeRequest = () => {};
  it.sales.requests.length = 0;
  it.sales.documents.length = 0;
});

const unknownCustomer = () => ({ customerDebtorNumber: String(40_000 + Math.trunc(it.clock.now().getTime() % 10_000)) });

describe("a login that is no longer accepted", () => {
  test("makes the exports wait for a person, marks no work order, and they go out by themselves afterwards", async () => {
    const orders = [await enterComplete(it, unknownCustomer()), await enterComplete(it)];
    it.sales.failsToRead = new AppError("credentials_refused", { kind: "config" });
    await sweep(it);
    expect(await work(it)).toBeNull();
    expect(await it.db.prisma.connection.findFirst()).toMatchObject({ state: "action_required", stateReason: "credentials_refused" });
    for (const { id } of orders) expect(await readExport(it, id)).toMatchObject({ status: "complete", workStatus: { code: 1 }, state: "pending" });
    expect(await exportNext(it.engine, { connectionId: it.connectionId, worker: "w" })).toEqual({ state: "waits" });

    it.sales.failsToRead = null;
    await it.db.prisma.connection.updateMany({ data: { state: "connected", stateReason: null } });
    expect(await work(it)).toBeNull();
    for (const { id } of orders) expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });

  test("while an outcome is open keeps it open", async () => {
    const { id, number } = await enterComplete(it);
    it.sales.fates = ["silent"];
    await sweep(it);
    const soon = await work(it);
    if (soon) it.clock.passTo(soon);
    it.sales.failsToRead = new AppError("missing_rights", { kind: "config" });
    await work(it);
    expect(await readExport(it, id)).toMatchObject({ state: "uncertain", intent: { waitsFor: { code: "missing_rights" } } });
    it.sales.failsToRead = null;
    await it.db.prisma.connection.updateMany({ data: { state: "connected", stateReason: null } });
    await workOut(it);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
    expect(it.sales.documents.filter(({ reference }) => reference === number)).toHaveLength(1);
  });
});

describe("a vendor that is away", () => {
  test("is tried for one work order, later and later, and the others wait with it", async () => {
    const orders = [];
    for (let count = 0; count < 4; count += 1) orders.push(await enterComplete(it));
    it.sales.fates = ["away", "away", "away"];
    await sweep(it);
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const until = await work(it);
      waits.push((until?.getTime() ?? 0) - it.clock.now().getTime());
      if (until) it.clock.passTo(until);
    }
    expect(waits).toEqual([10_000, 30_000, 60_000]);
    expect(it.sales.count("send")).toBe(3);
    for (const { id } of orders) expect(await readExport(it, id)).toMatchObject({ status: "complete", state: "pending", intent: { waitsFor: { code: "vendor_unreachable" } } });
    expect(await work(it)).toBeNull();
    for (const { id } of orders) expect(await readExport(it, id)).toMatchObject({ state: "finished" });
    expect(it.sales.documents).toHaveLength(4);
    expect(await it.db.prisma.logEntry.count({ where: { operation: "export.waits", workOrderId: { in: orders.map(({ id }) => id) } } })).toBe(1);
  });

  test("for longer than it says is left alone as long as it says", async () => {
    const { id } = await enterComplete(it, unknownCustomer());
    it.sales.failsToRead = new AppError("vendor_rate_limited", { kind: "transient", retryAfterMs: 45_000 });
    await sweep(it);
    const until = await work(it);
    expect((until?.getTime() ?? 0) - it.clock.now().getTime()).toBe(45_000);
    it.sales.failsToRead = null;
    await workOut(it);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });
});

test("an unexpected error is tried again and keeps no other work order", async () => {
  const bad = await enterComplete(it, unknownCustomer());
  const good = await enterComplete(it);
  it.sales.beforeRequest = (operation) => {
    if (operation === "lookUp") throw new Error("a fault of ours");
  };
  await sweep(it);
  await work(it);
  expect(await readExport(it, bad.id)).toMatchObject({ state: "pending", workStatus: { code: 1 }, intent: { waitsFor: { code: "unexpected" }, leaseUntil: null } });
  it.sales.beforeRequest = () => {};
  await workOut(it);
  for (const { id } of [bad, good]) expect(await readExport(it, id)).toMatchObject({ state: "finished" });
});

test("after an earlier uncertain try, one that never left is still looked up before the next", async () => {
  const { id, number } = await enterComplete(it);
  it.sales.fates = ["lost", "away"];
  await sweep(it);
  await workOut(it);
  expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  const sends = it.sales.requests.flatMap((operation, index) => (operation === "send" ? [index] : []));
  for (const index of sends.slice(1)) expect(it.sales.requests[index - 1]).toBe("find");
  expect(it.sales.documents.filter(({ reference }) => reference === number)).toHaveLength(1);
});

test("an outcome that cannot be looked up does not keep new work orders from going out", async () => {
  const open = await enterComplete(it);
  it.sales.fates = ["silent"];
  await sweep(it);
  const soon = await work(it);
  const orders = [await enterComplete(it), await enterComplete(it)];
  await sweep(it);
  it.sales.beforeRequest = (operation) => {
    if (operation === "find" && it.sales.documents.length === 1) throw new AppError("vendor_unreachable", { kind: "transient" });
  };
  if (soon) it.clock.passTo(soon);
  await work(it);
  expect(await readExport(it, open.id)).toMatchObject({ state: "uncertain", intent: { waitsFor: { code: "vendor_unreachable" } } });
  for (const { id } of orders) expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  it.sales.beforeRequest = () => {};
  await workOut(it);
  expect(await readExport(it, open.id)).toMatchObject({ state: "finished" });
});

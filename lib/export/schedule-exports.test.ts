import { afterAll, beforeAll, expect, test } from "vitest";
import { exportBatch } from "@/lib/export/export-batch";
import { createExportTest, enterComplete, readExport, setOptions, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { findWaitingExports, requestDueExports } from "@/lib/export/schedule-exports";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());

const slot = async () => (await it.db.prisma.connection.findUniqueOrThrow({ where: { id: it.connectionId } })).nextExportAt;

test("every quarter of an hour what is complete becomes due, in the connection's own place", async () => {
  expect(await requestDueExports(it.engine)).toEqual([]);
  const first = await slot();
  expect(first?.getTime()).toBeGreaterThan(it.clock.now().getTime());
  const { id } = await enterComplete(it);
  expect(await requestDueExports(it.engine)).toEqual([]);
  if (first) it.clock.passTo(first);
  expect(await requestDueExports(it.engine)).toEqual([it.connectionId]);
  expect((await slot())?.getTime()).toBe((first?.getTime() ?? 0) + 15 * 60_000);
  expect(await readExport(it, id)).toMatchObject({ state: "pending", intent: { trigger: "schedule", requestedBy: null } });
  expect(await findWaitingExports(it.engine)).toEqual([it.connectionId]);
  expect(await exportBatch(it.engine, { connectionId: it.connectionId, worker: "job" })).toEqual({ state: "idle" });
  expect(await findWaitingExports(it.engine)).toEqual([]);
  expect(await readExport(it, id)).toMatchObject({ state: "finished" });
});

test("a connection that is switched off is left alone and goes on from its next slot", async () => {
  await setOptions(it, { isOn: false });
  const { id } = await enterComplete(it);
  it.clock.pass(20 * 60_000);
  expect(await requestDueExports(it.engine)).toEqual([]);
  await setOptions(it, {});
  expect(await requestDueExports(it.engine)).toEqual([it.connectionId]);
  await work(it);
  expect(await readExport(it, id)).toMatchObject({ state: "finished" });
});

test("what waits is found when its time has come, and what a lost worker held when its lease is over", async () => {
  const { id } = await enterComplete(it);
  it.clock.pass(20 * 60_000);
  await requestDueExports(it.engine);
  it.sales.fates = ["away"];
  const until = await work(it);
  expect(await findWaitingExports(it.engine)).toEqual([]);
  if (until) it.clock.passTo(until);
  expect(await findWaitingExports(it.engine)).toEqual([it.connectionId]);
  await it.db.prisma.exportIntent.updateMany({ where: { workOrderId: id }, data: { worker: "lost", leaseUntil: new Date(it.clock.now().getTime() + 30_000) } });
  expect(await findWaitingExports(it.engine)).toEqual([]);
  it.clock.pass(30_001);
  expect(await findWaitingExports(it.engine)).toEqual([it.connectionId]);
  await workOut(it);
  expect(await readExport(it, id)).toMatchObject({ state: "finished" });
});

test("what a person asked for goes before what was completed, and that before what the schedule found", async () => {
  const orders = [];
  for (const trigger of ["schedule", "completion", "manual"] as const) {
    const order = await enterComplete(it);
    it.clock.pass(20 * 60_000);
    await requestDueExports(it.engine);
    await it.db.prisma.exportIntent.updateMany({ where: { workOrderId: order.id }, data: { trigger } });
    orders.push(order.number);
  }
  it.sales.documents.length = 0;
  await work(it);
  expect(it.sales.documents.map(({ reference }) => reference)).toEqual([...orders].reverse());
});

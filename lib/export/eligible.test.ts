import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readExportConnection } from "@/lib/export/export-connection";
import { dueWorkOrders, findConnectionObstacle, findWorkOrderObstacle } from "@/lib/export/eligible";
import { createExportTest, enterComplete, readExport, setOptions, sweep, work, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { makeDue, sweepRule } from "@/lib/export/make-due";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());

async function connection() {
  const found = await readExportConnection(it.db, it.engine.findConnector, it.connectionId, it.clock.now());
  if (!found) throw new Error("There is no connection");
  return found;
}

async function dueIds(): Promise<string[]> {
  const rule = sweepRule(await connection(), []);
  if (!rule) return [];
  const rows = await it.db.prisma.$queryRaw<{ id: string }[]>`SELECT id FROM work_order WHERE ${dueWorkOrders(rule)}`;
  return rows.map(({ id }) => id);
}

describe("the rule that says what goes out", () => {
  test("is the same for one work order as for all of them, in every combination", async () => {
    const { holdId, sendId, errorId } = it.statuses;
    // Around midnight in Amsterdam, where the account is: 23:30 UTC is the next day there.
    const moments = ["2026-11-09T22:59:00Z", "2026-11-09T23:00:00Z", "2026-11-10T12:00:00Z"].map((moment) => new Date(moment));
    const orders = [];
    for (const status of ["ready", "retrieved", "complete", "handled"] as const) {
      for (const workStatusId of [holdId, sendId, errorId, null]) {
        for (const completedAt of [null, ...moments]) orders.push(await enterComplete(it, { status, workStatusId, completedAt }));
      }
    }
    for (const startDate of [null, "2026-11-10", "2026-11-11"]) {
      await setOptions(it, { startDate });
      const today = await connection();
      const due = new Set(await dueIds());
      for (const order of orders) {
        const workStatus = order.workStatusId === null ? null : { id: order.workStatusId, purpose: order.workStatusId === errorId ? "error" : null };
        expect(due.has(order.id), `${order.status} ${order.workStatusId} ${String(order.completedAt)} from ${startDate}`).toBe(findWorkOrderObstacle({ ...order, workStatus }, today) === null);
      }
      expect(due.size).toBe(startDate === null ? 3 : startDate === "2026-11-10" ? 2 : 0);
    }
    await setOptions(it, {});
    await it.db.prisma.workOrder.updateMany({ data: { status: "ready" } });
  });

  test("sends nothing of a connection that is not connected, licensed and switched on", async () => {
    const { id } = await enterComplete(it);
    const state = (data: object) => it.db.prisma.connection.update({ where: { id: it.connectionId }, data });
    const blocked: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
      ["switchedOff", () => setOptions(it, { isOn: false }), () => setOptions(it, {})],
      ["credentials", () => state({ state: "action_required", stateReason: "credentials_refused" }), () => state({ state: "connected", stateReason: null })],
      ["notConnected", () => state({ state: "disconnected" }), () => state({ state: "connected" })],
      ["administration", () => state({ administration: null }), () => state({ administration: "A" })],
      ["licence", () => it.db.prisma.licence.updateMany({ data: { state: "cancelled", endsAt: new Date("2026-01-01") } }), () => it.db.prisma.licence.updateMany({ data: { state: "active", endsAt: null } })],
    ];
    for (const [obstacle, block, unblock] of blocked) {
      await block();
      expect(findConnectionObstacle(await connection())).toBe(obstacle);
      expect(await sweep(it), obstacle).toEqual([]);
      expect(await it.db.prisma.$transaction((tx) => makeDue(tx, { accountId: it.accountId, workOrderId: id, trigger: "completion", requestedBy: null }, it.engine.findConnector))).toBeNull();
      await unblock();
    }
    expect(await sweep(it)).toHaveLength(1);
    await work(it);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });
});

describe("becoming due", () => {
  test("makes one export, however many ask at once", async () => {
    const { id } = await enterComplete(it);
    const one = () => it.db.prisma.$transaction((tx) => makeDue(tx, { accountId: it.accountId, workOrderId: id, trigger: "completion", requestedBy: "Femke" }, it.engine.findConnector));
    const answers = await Promise.all([one(), sweep(it), one(), sweep(it), one()]);
    expect(answers.flat().filter((answer) => answer !== null)).toHaveLength(1);
    expect(await it.db.prisma.exportIntent.count({ where: { workOrderId: id } })).toBe(1);
    await work(it);
  });

  test("gives a reference that no other work order has, even where numbers from outside read like revisions", async () => {
    const number = "2026.7777";
    const first = await enterComplete(it, { number, revision: 1 });
    await sweep(it);
    await it.db.prisma.exportIntent.updateMany({ where: { workOrderId: first.id }, data: { reference: `${number}-X` } });
    const second = await enterComplete(it, { number: `${number}-X` });
    await sweep(it);
    expect((await readExport(it, second.id)).intent?.reference).toBe(`${number}-X/2`);
    await work(it);
  });

  test("keeps the reference of an earlier try, whatever the settings say by then", async () => {
    const { id } = await enterComplete(it, { externalProjectNumber: "P7" });
    await setOptions(it, { referenceFormat: "workOrderAndExternalProject" });
    it.sales.fates = ["refuse"];
    await sweep(it);
    await work(it);
    const { intent } = await readExport(it, id);
    expect(intent?.reference).toMatch(/^2026\.\d{4} P7$/);
    await setOptions(it, { referenceFormat: "workOrder" });
    await it.db.prisma.workOrder.update({ where: { id }, data: { workStatusId: it.statuses.sendId } });
    await sweep(it);
    await work(it);
    expect(await readExport(it, id)).toMatchObject({ state: "finished", intent: { reference: intent?.reference } });
    expect(it.sales.documents.filter(({ reference }) => reference === intent?.reference)).toHaveLength(1);
  });

  test("is taken back when the work order no longer goes out, and nothing is an error", async () => {
    for (const change of [{ status: "retrieved" as const }, { workStatusId: it.statuses.holdId }]) {
      const { id } = await enterComplete(it);
      await sweep(it);
      await it.db.prisma.workOrder.update({ where: { id }, data: change });
      await work(it);
      const stored = await readExport(it, id);
      expect(stored).toMatchObject({ state: "rejected", intent: { problem: null } });
      expect(stored.journal).toEqual(["intent.created", "intent.withdrawn"]);
      await it.db.prisma.workOrder.update({ where: { id }, data: { status: "complete", workStatusId: it.statuses.sendId } });
      expect(await sweep(it)).toHaveLength(1);
      await work(it);
      expect(await readExport(it, id)).toMatchObject({ state: "finished" });
    }
  });
});

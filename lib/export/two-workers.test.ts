import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exportNext } from "@/lib/export/export-next";
import { createExportTest, enterComplete, readExport, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { requestExport } from "@/lib/export/request-export";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());
beforeEach(() => {
  it.sales.fates = [];
  it.sales.beforeRequest = () => {};
  it.sales.requests.length = 0;
  it.sales.documents.length = 0;
});

const next = (worker: string) => exportNext(it.engine, { connectionId: it.connectionId, worker });

/** Holds the worker that makes this request until it is let go. */
function holdAt(operation: string) {
  const held = { reached: () => {}, letGo: () => {} };
  const reached = new Promise<void>((resolve) => (held.reached = resolve));
  const released = new Promise<void>((resolve) => (held.letGo = resolve));
  let isFirst = true;
  it.sales.beforeRequest = async (one) => {
    if (one !== operation || !isFirst) return;
    isFirst = false;
    held.reached();
    await released;
  };
  return { reached, letGo: () => held.letGo() };
}

describe("two workers", () => {
  test("never work on one connection at the same time", async () => {
    const orders = [await enterComplete(it), await enterComplete(it), await enterComplete(it)];
    await sweep(it);
    const gate = holdAt("send");
    const first = next("one");
    await gate.reached;
    expect(await next("two")).toEqual({ state: "waits", until: new Date(it.clock.now().getTime() + it.engine.timing.exportLease) });
    gate.letGo();
    await first;
    await Promise.all([work(it, "one"), work(it, "two"), work(it, "three")]);
    await workOut(it);
    for (const { id } of orders) expect(await readExport(it, id)).toMatchObject({ state: "finished" });
    expect(it.sales.documents).toHaveLength(3);
  });

  test("one of them long silent and then back writes nothing any more, and what it sent is found", async () => {
    const { id, number } = await enterComplete(it);
    await sweep(it);
    const gate = holdAt("send");
    const silent = next("silent");
    await gate.reached;
    it.clock.pass(it.engine.timing.exportLease + 1);
    await next("heir");
    expect(await readExport(it, id)).toMatchObject({ state: "uncertain", intent: { absences: 1 } });
    gate.letGo();
    await silent;
    expect(await readExport(it, id)).toMatchObject({ state: "uncertain", intent: { absences: 1, ticket: null } });
    await workOut(it);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
    expect(it.sales.documents.filter(({ reference }) => reference === number)).toHaveLength(1);
    expect((await readExport(it, id)).journal).toContain("worker.lost");
  });

  test("one that was taken over before its first byte sends nothing", async () => {
    const { id, number } = await enterComplete(it);
    await sweep(it);
    // Between the commit of `sending` and the request the worker waits for its place in the budget.
    const stalled = { ...it.engine, timing: { ...it.engine.timing } };
    let isStalled = false;
    const exporter = it.connector.exporter;
    const slow = { ...exporter, send: async (...[context, prepared]: Parameters<typeof exporter.send>) => {
      if (!isStalled) {
        isStalled = true;
        it.clock.pass(it.engine.timing.exportLease + 1);
        await next("heir");
      }
      return exporter.send(context, prepared);
    } };
    stalled.findConnector = () => ({ ...it.connector, exporter: slow });
    await exportNext(stalled, { connectionId: it.connectionId, worker: "stalled" });
    expect(it.sales.count("send")).toBe(0);
    await workOut(it);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
    expect(it.sales.documents.filter(({ reference }) => reference === number)).toHaveLength(1);
  });
});

describe("people and workers at once", () => {
  test("a work order that is changed while it is prepared is prepared again", async () => {
    const { id, number } = await enterComplete(it);
    await sweep(it);
    const gate = holdAt("lookUp");
    const first = next("one");
    await gate.reached;
    await it.db.prisma.workOrder.update({ where: { id }, data: { version: { increment: 1 }, workDate: new Date("2026-11-18") } });
    gate.letGo();
    await first;
    await workOut(it);
    const [document] = it.sales.documents.filter(({ reference }) => reference === number);
    expect(document?.content.head).toMatchObject({ date: "2026-11-18" });
    expect(it.sales.documents.filter(({ reference }) => reference === number)).toHaveLength(1);
  });

  test("settings that are saved while it is prepared are the ones it is sent with", async () => {
    const { number } = await enterComplete(it);
    await sweep(it);
    const gate = holdAt("lookUp");
    const first = next("one");
    await gate.reached;
    await it.db.prisma.connection.updateMany({ data: { administration: "B", settingsVersion: { increment: 1 } } });
    gate.letGo();
    await first;
    await workOut(it);
    expect(await it.db.prisma.exportIntent.findFirst({ where: { reference: number } })).toMatchObject({ state: "finished", administration: "B" });
    await it.db.prisma.connection.updateMany({ data: { administration: "A" } });
  });

  test("however often and by whomever a button is pressed, it goes out once", async () => {
    const orders = await Promise.all(Array.from({ length: 6 }, () => enterComplete(it)));
    const press = (actor: string) => requestExport(it.engine, { accountId: it.accountId, connectionId: it.connectionId, workOrderIds: orders.map(({ id }) => id), actor, kind: "now" });
    await Promise.all([press("Femke"), press("Joris"), sweep(it), press("Femke"), requestExport(it.engine, { accountId: it.accountId, connectionId: it.connectionId, workOrderIds: "all", actor: "Joris", kind: "now" })]);
    await Promise.all([work(it, "one"), press("Femke"), work(it, "two"), press("Joris")]);
    await workOut(it);
    await press("Femke");
    await workOut(it);
    for (const { id, number } of orders) {
      expect(await readExport(it, id)).toMatchObject({ state: "finished", intents: [{}] });
      expect(it.sales.documents.filter(({ reference }) => reference === number)).toHaveLength(1);
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createExportTest, enterComplete, readExport, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import type { Fate } from "@/lib/export/fixtures/sales-vendor";

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

const documentsOf = (number: string) => it.sales.documents.filter(({ reference }) => reference === number);

describe("a work order that is complete", () => {
  test("goes out once, and is told so", async () => {
    const { id, number } = await enterComplete(it);
    expect(await sweep(it)).toHaveLength(1);
    expect(await sweep(it)).toHaveLength(0);
    expect(await work(it)).toBeNull();
    expect(documentsOf(number)).toHaveLength(1);
    const stored = await readExport(it, id);
    expect(stored).toMatchObject({ status: "handled", state: "finished", intent: { documentNumber: expect.stringMatching(/^V/), attempts: 1, leaseUntil: null, waitsUntil: null } });
    expect(stored.journal).toEqual(["intent.created", "send.begun", "send.answered", "look-up.found", "export.finished"]);
    expect(stored.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["exported", "statusChanged"]));
    expect(it.sales.requests).toEqual(["lookUp", "send", "find"]);
    expect(await it.db.prisma.logEntry.findFirst({ where: { workOrderId: id } })).toMatchObject({ level: "success", messageKey: "export.finished", params: { workOrder: number, vendor: "Fixture" } });
  });

  test.each<[string, Fate[], number]>([
    ["the answer is lost", ["silent"], 1],
    ["the request is lost", ["lost"], 2],
    ["the request is lost twice", ["lost", "lost"], 3],
    ["the vendor works on it for a while", [{ later: 3 }], 1],
    ["the ticket is unknown afterwards", ["gone"], 2],
    ["there is no connection", ["away"], 2],
    ["all of it, one after the other", ["away", "lost", "gone", { later: 2 }], 4],
  ])("stands at the vendor exactly once when %s", async (_, fates, sends) => {
    const { id, number } = await enterComplete(it);
    it.sales.fates = fates;
    await sweep(it);
    await workOut(it);
    expect(documentsOf(number)).toHaveLength(1);
    expect(it.sales.count("send")).toBe(sends);
    expect(await readExport(it, id)).toMatchObject({ status: "handled", state: "finished" });
  });

  test("is not looked up as absent while the vendor works on it, however long that takes", async () => {
    const { id, number } = await enterComplete(it);
    it.sales.fates = ["never"];
    await sweep(it);
    await workOut(it, 3);
    expect(await readExport(it, id)).toMatchObject({ status: "complete", state: "uncertain", intent: { ticket: expect.any(String), absences: 0 } });
    expect(it.sales.count("send")).toBe(1);
    expect(documentsOf(number)).toHaveLength(0);
    await it.db.prisma.exportIntent.updateMany({ where: { workOrderId: id }, data: { ticket: "gone" } });
    await workOut(it);
    expect(documentsOf(number)).toHaveLength(1);
  });

  test("without a ticket counts as absent only after two look-ups a quarter of an hour apart", async () => {
    const { id } = await enterComplete(it);
    it.sales.fates = ["lost"];
    await sweep(it);
    const soon = await work(it);
    if (soon) it.clock.passTo(soon);
    const next = await work(it);
    expect(next?.getTime()).toBe(it.clock.now().getTime() + 15 * 60_000);
    it.clock.pass(15 * 60_000 - 1);
    await work(it);
    expect(await readExport(it, id)).toMatchObject({ state: "uncertain", intent: { absences: 1 } });
    expect(it.sales.count("send")).toBe(1);
    it.clock.pass(1);
    expect(await work(it)).toBeNull();
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });
});

describe("what the vendor refuses", () => {
  test.each<[string, Fate]>([["at once", "refuse"], ["under a ticket", "turnedDown"]])("%s is an error with its reason, and is not sent again by itself", async (_, fate) => {
    const { id, number } = await enterComplete(it);
    it.sales.fates = [fate];
    await sweep(it);
    await workOut(it);
    const stored = await readExport(it, id);
    expect(stored).toMatchObject({ status: "complete", state: "rejected", workStatus: { code: 99 }, intent: { problem: { problems: [{ code: "valueRefused", params: { workOrder: number, vendor: "Fixture" } }] } } });
    expect(stored.events.map(({ kind }) => kind)).toContain("exportRefused");
    expect(await sweep(it)).toEqual([]);
    expect(await it.db.prisma.logEntry.findFirst({ where: { workOrderId: id } })).toMatchObject({ level: "error", messageKey: "exports.problem.valueRefused.message", remedy: "exports.problem.valueRefused.remedy" });
    await it.db.prisma.workOrder.update({ where: { id }, data: { workStatusId: it.statuses.sendId } });
    expect(await sweep(it)).toHaveLength(1);
    await workOut(it);
    expect(await readExport(it, id)).toMatchObject({ status: "handled", state: "finished" });
    expect(documentsOf(number)).toHaveLength(1);
  });

  test("with a part of it booked is put to a person, who reads which number lacks lines", async () => {
    const { id, number } = await enterComplete(it);
    it.sales.fates = ["part"];
    await sweep(it);
    await workOut(it);
    expect(documentsOf(number)).toHaveLength(1);
    expect(await readExport(it, id)).toMatchObject({ status: "complete", state: "needs_review", workStatus: { code: 1 }, intent: { problem: { problems: [{ code: "linesMissing" }], candidates: [{ differences: [{ field: "lines" }] }] } } });
  });

  test("that fails before anything is sent names every reason", async () => {
    const { id } = await enterComplete(it, { customerDebtorNumber: null, customerName: null }, { materials: [{ code: "M1", quantity: "0" }] });
    await sweep(it);
    await work(it);
    const stored = await readExport(it, id);
    expect(stored).toMatchObject({ state: "rejected", workStatus: { code: 99 } });
    expect(it.sales.count("send")).toBe(0);
    const problem = stored.intent?.problem;
    expect(JSON.stringify(problem)).toContain("customerMissing");
    expect(JSON.stringify(problem)).toContain("materialQuantityZero");
  });
});

describe("a document under the same reference", () => {
  test("that is something else is put to a person; two of them as well", async () => {
    for (const others of [1, 2]) {
      const { id, number } = await enterComplete(it);
      it.sales.fates = ["lost"];
      await sweep(it);
      await work(it);
      for (let other = 0; other < others; other += 1) it.sales.book({ reference: number, content: { head: {}, lines: [] } });
      await workOut(it);
      expect(await readExport(it, id)).toMatchObject({ state: "needs_review", intent: { problem: { problems: [{ code: others === 1 ? "foundDiffers" : "severalFound" }] } } });
      expect(it.sales.count("send")).toBe(others);
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import type { Fate } from "@/lib/export/fixtures/sales-vendor";
import { createExportTest, enterComplete, readExport, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { findWaitingExports } from "@/lib/export/schedule-exports";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest({}, { isInvoicing: true })));
afterAll(() => it.close());
beforeEach(() => {
  it.sales.fates = [];
  it.sales.steps = [];
  it.sales.failsToRead = null;
  it.sales.beforeRequest = () => {};
  it.sales.requests.length = 0;
  it.sales.documents.length = 0;
});

const documentsOf = (number: string) => it.sales.documents.filter(({ reference }) => reference === number);
const logOf = async (id: string, messageKey: string) => it.db.prisma.logEntry.findFirst({ where: { workOrderId: id, messageKey } });

async function enter(...fates: Fate[]) {
  it.sales.fates = fates;
  const workOrder = await enterComplete(it);
  await sweep(it);
  return workOrder;
}

describe("two drafts of ours", () => {
  test.each([[[]], [["finish" as const]]])("become one, whichever way it goes on (%j)", async (steps) => {
    it.sales.steps = steps;
    const { id, number } = await enter("twice");
    await workOut(it);
    expect(documentsOf(number)).toMatchObject([{ state: steps.length > 0 ? "final" : "draft" }]);
    const stored = await readExport(it, id);
    expect(stored).toMatchObject({ state: "finished", intent: { documentId: documentsOf(number)[0]?.id } });
    expect(stored.journal).toEqual(expect.arrayContaining(["duplicate.found", "duplicate.discarded"]));
    expect(await logOf(id, "export.duplicateDiscarded")).toMatchObject({ level: "info" });
  });

  test("are told apart by the one that is final: it stays", async () => {
    const { id, number } = await enter("silent");
    await work(it);
    const [first] = documentsOf(number);
    const second = it.sales.book({ reference: number, content: first?.content ?? { head: {}, lines: [] } });
    it.sales.change(second, { state: "final", number: "RE-1" });
    await workOut(it);
    expect(documentsOf(number)).toMatchObject([{ id: second, state: "final" }]);
    expect(await readExport(it, id)).toMatchObject({ state: "finished", intent: { documentNumber: "RE-1" } });
  });

  test("are put to a person when both are final, or when somebody has changed one of them", async () => {
    for (const change of ["final", "content"] as const) {
      const { id, number } = await enter("silent");
      await work(it);
      const [first] = documentsOf(number);
      const second = it.sales.book({ reference: number, content: first?.content ?? { head: {}, lines: [] } });
      for (const one of change === "final" ? [first?.id ?? "", second] : []) it.sales.change(one, { state: "final" });
      if (change === "content") it.sales.change(second, { content: { head: {}, lines: [] } });
      await workOut(it);
      expect(await readExport(it, id)).toMatchObject({ state: "needs_review", intent: { problem: { problems: [{ code: "severalFound", params: { count: 2 } }] } } });
      expect(documentsOf(number)).toHaveLength(2);
    }
  });

  test("become one even when the first try to remove the other fails", async () => {
    const { id, number } = await enter("twice");
    let fails = 2;
    it.sales.beforeRequest = (operation) => {
      if (operation === "discard" && (fails -= 1) >= 0) throw new AppError("vendor_slow", { kind: "transient", params: { vendor: "Fixture" } });
    };
    await workOut(it);
    expect(documentsOf(number)).toHaveLength(1);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });
});

describe("what comes late", () => {
  test("after its export has been sent again and is over is removed after the quiet time, and looked for once only", async () => {
    const { id, number } = await enter("late");
    await workOut(it, 0.4);
    const [kept] = documentsOf(number);
    expect(await readExport(it, id)).toMatchObject({ state: "finished", intent: { documentId: kept?.id, lateLookAt: expect.any(Date) } });
    it.sales.arrive();
    expect(documentsOf(number)).toHaveLength(2);
    expect(await findWaitingExports(it.engine)).toEqual([]);
    it.clock.pass(it.engine.timing.exportQuietWithoutTicket);
    expect(await findWaitingExports(it.engine)).toEqual([it.connectionId]);
    await work(it);
    expect(documentsOf(number)).toEqual([kept]);
    const stored = await readExport(it, id);
    expect(stored).toMatchObject({ state: "finished", status: "handled", intent: { lateLookAt: null, leaseUntil: null } });
    expect(stored.journal.slice(-2)).toEqual(["duplicate.found", "duplicate.discarded"]);
    const requests = it.sales.requests.length;
    await workOut(it);
    expect(it.sales.requests).toHaveLength(requests);
  });

  test("is not looked for where nothing was ever open", async () => {
    const { id } = await enter();
    await workOut(it);
    expect(await readExport(it, id)).toMatchObject({ state: "finished", intent: { lateLookAt: null } });
  });

  test("of a work order that no longer goes out is removed too", async () => {
    const { id, number } = await enter("late");
    await work(it);
    await it.db.prisma.workOrder.update({ where: { id }, data: { workStatusId: null } });
    await workOut(it, 0.4);
    expect(await readExport(it, id)).toMatchObject({ state: "rejected", intent: { lateLookAt: expect.any(Date) } });
    it.sales.arrive();
    await workOut(it);
    expect(documentsOf(number)).toEqual([]);
  });

  test("is left alone when somebody has changed it meanwhile; and people are told when somebody has finished it", async () => {
    const { number: changed } = await enter("late");
    await workOut(it, 0.4);
    it.sales.arrive();
    it.sales.change(documentsOf(changed)[1]?.id ?? "", { content: { head: {}, lines: [] } });
    await workOut(it);
    expect(documentsOf(changed)).toHaveLength(2);

    const { id, number } = await enter("late");
    await workOut(it, 0.4);
    it.sales.arrive();
    it.sales.change(documentsOf(number)[1]?.id ?? "", { state: "final", number: "RE-77" });
    await workOut(it);
    expect([documentsOf(number).length, it.sales.count("discard")]).toEqual([2, 0]);
    expect(await logOf(id, "export.duplicateStays")).toMatchObject({ level: "error", remedy: "removeSecond", params: { number: "RE-77" } });
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });

  test("is looked for again when the vendor was away at that moment", async () => {
    const { number } = await enter("late");
    await workOut(it, 0.4);
    it.sales.arrive();
    it.sales.failsToRead = new AppError("vendor_unreachable", { kind: "transient", params: { vendor: "Fixture" } });
    it.clock.pass(it.engine.timing.exportQuietWithoutTicket);
    await work(it);
    expect(documentsOf(number)).toHaveLength(2);
    it.sales.failsToRead = null;
    await workOut(it);
    expect(documentsOf(number)).toHaveLength(1);
  });
});

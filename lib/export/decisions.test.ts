import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { dismissExports } from "@/lib/export/dismiss-exports";
import { createExportTest, enterComplete, readExport, setOptions, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { linkToExisting } from "@/lib/export/link-to-existing";
import { requestExport, type ExportRequestKind } from "@/lib/export/request-export";
import { sendAgain } from "@/lib/export/send-again";
import { readOutcome } from "@/lib/export/stored-outcome";

const actor = "Femke Bakker";
let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());
beforeEach(async () => {
  it.sales.fates = [];
  it.sales.requests.length = 0;
  await setOptions(it, {});
});

const scope = () => ({ accountId: it.accountId, connectionId: it.connectionId, actor });
const ask = (kind: ExportRequestKind, ...workOrderIds: string[]) => requestExport(it.engine, { ...scope(), workOrderIds, kind });
const dismiss = (...workOrderIds: string[]) => dismissExports(it.engine, { ...scope(), workOrderIds });
const documentsOf = (number: string) => it.sales.documents.filter(({ reference }) => reference.startsWith(number));
const refusedAs = (reason: string) => ({ outcome: "refused", code: "export_not_possible", params: { vendor: "Fixture", reason } });

/** One whose request was lost while another document got its reference: a person has to decide. */
async function enterUnclear() {
  const { id, number } = await enterComplete(it);
  it.sales.fates = ["lost"];
  await ask("now", id);
  await work(it);
  const other = it.sales.book({ reference: number, content: { head: { customer: "10001" }, lines: [] } });
  await workOut(it);
  expect(await readExport(it, id)).toMatchObject({ state: "needs_review" });
  return { id, number, other };
}

test("what a person has to decide stands in the log like an error: somebody is needed", async () => {
  const { id } = await enterUnclear();
  const entries = await it.db.prisma.logEntry.findMany({ where: { workOrderId: id, operation: "export.asked" }, select: { level: true, messageKey: true, remedy: true } });
  expect(entries).toEqual([{ level: "error", messageKey: "exports.problem.foundDiffers.message", remedy: "exports.problem.foundDiffers.remedy" }]);
  await dismiss(id);
});

describe("Export now", () => {
  test("goes before what the schedule found, and once however often it is pressed", async () => {
    const [first, second] = [await enterComplete(it), await enterComplete(it)];
    await sweep(it);
    expect(await ask("now", second.id, second.id)).toEqual([{ id: second.id, number: second.number, outcome: "done" }]);
    expect(await ask("now", second.id)).toMatchObject([{ outcome: "unchanged" }]);
    await work(it);
    expect(it.sales.documents.map(({ reference }) => reference).slice(-2)).toEqual([second.number, first.number]);
    expect(await ask("now", second.id)).toMatchObject([refusedAs("done")]);
    expect(documentsOf(second.number)).toHaveLength(1);
  });

  test("makes one due that no schedule has found yet, and says who asked", async () => {
    const { id } = await enterComplete(it);
    await ask("now", id);
    expect(await readExport(it, id)).toMatchObject({ state: "pending", intent: { trigger: "manual", requestedBy: actor } });
    await work(it);
  });

  test("says of each work order what happened: one that cannot keeps no other from it", async () => {
    const [good, open, held] = [await enterComplete(it), await enterComplete(it, { status: "ready", completedAt: null }), await enterComplete(it, { workStatusId: null })];
    const unknown = "00000000-0000-4000-8000-00000000dead";
    expect(await ask("now", good.id, open.id, held.id, unknown)).toEqual([
      { id: good.id, number: good.number, outcome: "done" },
      { id: open.id, number: open.number, ...refusedAs("notComplete") },
      { id: held.id, number: held.number, ...refusedAs("workStatus") },
      { id: unknown, number: null, outcome: "refused", code: "work_order_not_found", params: expect.anything() },
    ]);
    await work(it);
  });

  test("of everything takes what is due and what waits, and nothing else", async () => {
    const due = await enterComplete(it);
    const kept = await enterComplete(it);
    await dismiss(kept.id);
    const results = await requestExport(it.engine, { ...scope(), workOrderIds: "all", kind: "now" });
    expect(results.map(({ id }) => id)).toEqual([due.id]);
    await work(it);
    expect(documentsOf(kept.number)).toEqual([]);
  });

  test("is refused while the connection cannot", async () => {
    const { id } = await enterComplete(it);
    await setOptions(it, { isOn: false });
    expect(await ask("now", id)).toMatchObject([refusedAs("switchedOff")]);
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "disconnected" } });
    expect(await ask("now", id)).toMatchObject([{ outcome: "refused", code: "not_connected" }]);
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "connected" } });
    await dismiss(id);
  });
});

describe("Export again", () => {
  test("sends a corrected one, sets the work status back and books it once", async () => {
    const { id, number } = await enterComplete(it, {}, { materials: [{ code: "M1", quantity: "0" }] });
    await ask("now", id);
    await work(it);
    expect(await readExport(it, id)).toMatchObject({ state: "rejected", workStatus: { code: 99 } });
    await it.db.prisma.workOrderMaterial.updateMany({ where: { workOrderId: id }, data: { quantity: "2" } });
    expect(await ask("again", id)).toMatchObject([{ outcome: "done" }]);
    await work(it);
    const stored = await readExport(it, id);
    expect(stored).toMatchObject({ state: "finished", status: "handled", intents: [{ state: "rejected" }, { state: "finished" }] });
    expect(documentsOf(number)).toHaveLength(1);
    expect(await ask("again", id)).toMatchObject([refusedAs("done")]);
  });

  test("brings back one that was kept out", async () => {
    const { id, number } = await enterComplete(it);
    await dismiss(id);
    await sweep(it);
    await work(it);
    expect(documentsOf(number)).toEqual([]);
    await ask("again", id);
    await work(it);
    expect(documentsOf(number)).toHaveLength(1);
  });

  test("leaves one alone whose work status keeps it here and that was never sent", async () => {
    const { id, number } = await enterComplete(it, { workStatusId: it.statuses.holdId });
    expect(await ask("again", id)).toEqual([{ id, number, ...refusedAs("workStatus") }]);
    expect(await readExport(it, id)).toMatchObject({ state: null });
  });
});

describe("a revision", () => {
  test("is sent beside the document, under a reference of its own, once", async () => {
    const { id, number } = await enterComplete(it);
    await ask("now", id);
    await work(it);
    expect(await ask("revision", id)).toMatchObject([refusedAs("done")]);
    await it.db.prisma.workOrder.update({ where: { id }, data: { revision: 2 } });
    await sweep(it);
    await work(it);
    expect(documentsOf(number)).toHaveLength(1);
    expect(await ask("revision", id)).toMatchObject([{ outcome: "done" }]);
    await ask("revision", id);
    await work(it);
    expect(documentsOf(number).map(({ reference }) => reference)).toEqual([number, `${number}-2`]);
    expect(await ask("revision", id)).toMatchObject([{ outcome: "unchanged" }]);
  });
});

describe("Do not send", () => {
  test("keeps one out that was never due, and is journalled with the person", async () => {
    const { id } = await enterComplete(it, { status: "ready", completedAt: null, workStatusId: null });
    expect(await dismiss(id)).toMatchObject([{ outcome: "done" }]);
    expect(await dismiss(id)).toMatchObject([{ outcome: "unchanged" }]);
    const { state, journal, intent } = await readExport(it, id);
    expect({ state, journal, actor: intent?.journal.at(-1)?.actor }).toEqual({ state: "dismissed", journal: ["intent.created", "person.dismissed"], actor });
  });

  test("is no answer to what is at the vendor, or may be", async () => {
    const done = await enterComplete(it);
    await ask("now", done.id);
    await work(it);
    const open = await enterComplete(it);
    it.sales.fates = [{ later: 1 }];
    await ask("now", open.id);
    await work(it);
    expect(await dismiss(done.id, open.id)).toMatchObject([refusedAs("done"), refusedAs("uncertain")]);
    await workOut(it);
  });
});

describe("what a person decides about an unclear one", () => {
  test("Link to existing: it counts as exported, and nothing is sent", async () => {
    const { id, number, other } = await enterUnclear();
    const sends = it.sales.count("send");
    expect(await linkToExisting(it.engine, { ...scope(), workOrderId: id, documentId: "another" })).toMatchObject([refusedAs("other")]);
    expect(await linkToExisting(it.engine, { ...scope(), workOrderId: id, documentId: other })).toEqual([{ id, number, outcome: "done" }]);
    await workOut(it);
    const stored = await readExport(it, id);
    expect(stored).toMatchObject({ state: "finished", status: "handled", intent: { documentId: other } });
    expect(stored.journal).toContain("person.linked");
    expect(it.sales.count("send")).toBe(sends);
    expect(await linkToExisting(it.engine, { ...scope(), workOrderId: id, documentId: other })).toMatchObject([{ outcome: "unchanged" }]);
  });

  test("Send again: the documents that were seen no longer count, and it is booked once", async () => {
    const { id, number, other } = await enterUnclear();
    expect(await sendAgain(it.engine, { ...scope(), workOrderId: id })).toMatchObject([{ outcome: "done" }]);
    expect(await sendAgain(it.engine, { ...scope(), workOrderId: id })).toMatchObject([{ outcome: "unchanged" }]);
    expect(readOutcome((await readExport(it, id)).intent?.problem).overruled).toEqual([other]);
    await workOut(it);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
    expect(documentsOf(number)).toHaveLength(2);
    expect(await sendAgain(it.engine, { ...scope(), workOrderId: id })).toMatchObject([refusedAs("done")]);
  });

  test.each([{ answer: "said so", fates: [] }, { answer: "was lost", fates: ["silent"] }] as const)("Send again, after it was removed there: its number counts for the new one, also where the answer $answer", async ({ fates }) => {
    const { id, number, other } = await enterUnclear();
    expect(await sendAgain(it.engine, { ...scope(), workOrderId: id })).toMatchObject([{ outcome: "done" }]);
    it.sales.remove(other);
    it.sales.fates = [...fates];
    await workOut(it);
    expect(documentsOf(number).map((document) => document.id)).toEqual([other]);
    expect(await readExport(it, id)).toMatchObject({ state: "finished", intent: { documentId: other } });
  });

  test("Do not send: it stays out, whatever stands there", async () => {
    const { id, number } = await enterUnclear();
    expect(await dismiss(id)).toMatchObject([{ outcome: "done" }]);
    await sweep(it);
    await workOut(it);
    expect(documentsOf(number)).toHaveLength(1);
    expect(await readExport(it, id)).toMatchObject({ state: "dismissed", status: "complete" });
  });
});

test("nobody decides about another account's connection or work orders", async () => {
  const { id } = await enterComplete(it);
  const { id: accountId } = await it.db.prisma.account.create({ data: { name: "Another" } });
  const decisions = [
    () => requestExport(it.engine, { ...scope(), accountId, workOrderIds: [id], kind: "now" }),
    () => requestExport(it.engine, { ...scope(), accountId, workOrderIds: "all", kind: "now" }),
    () => dismissExports(it.engine, { ...scope(), accountId, workOrderIds: [id] }),
    () => linkToExisting(it.engine, { ...scope(), accountId, workOrderId: id, documentId: "1" }),
    () => sendAgain(it.engine, { ...scope(), accountId, workOrderId: id }),
  ];
  for (const decide of decisions) await expect(decide()).rejects.toBeInstanceOf(AppError);
  expect(await readExport(it, id)).toMatchObject({ state: null });
});

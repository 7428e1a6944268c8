import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countExports, summarizeExports } from "@/lib/export/count-exports";
import { dismissExports } from "@/lib/export/dismiss-exports";
import { listedMarks, noExportFilters, readExportListRequest, type ExportFilters, type ListedMark } from "@/lib/export/export-list-request";
import { foretellExports } from "@/lib/export/foretell-exports";
import { createExportTest, enterComplete, readExport, work, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { listExports } from "@/lib/export/list-exports";
import { readStandings } from "@/lib/export/read-standings";
import { requestExport } from "@/lib/export/request-export";
import { issuesOfExports } from "@/lib/issues/issues-of-exports";
import { settleIssues } from "@/lib/issues/settle-issues";

const actor = "Femke Bakker";
const start = { at: "start" } as const;
let it: ExportTest;
let ids: Record<ListedMark, string>;

const scope = () => ({ accountId: it.accountId, connectionId: it.connectionId, actor });
const options = () => ({ findConnector: it.engine.findConnector, now: it.clock.now() });
const list = async (filters: Partial<ExportFilters> = {}) => (await listExports(it.db, { accountId: it.accountId, filters: { ...noExportFilters, ...filters }, position: start }, options())).rows;
const found = async (filters: Partial<ExportFilters>) => (await list(filters)).map(({ workOrder }) => workOrder.id).sort();
const stateOf = async (id: string) => (await readExport(it, id)).intents.map(({ state, trigger, fence, journal }) => ({ state, trigger, fence, journal: journal.length }));

/** One export of every mark, each made so by the engine where it takes no more than that. */
beforeAll(async () => {
  it = await createExportTest({}, { isInvoicing: true });
  const { prisma } = it.db;
  const enter = async (changes: Record<string, unknown> = {}, materials = [{ code: "M1", quantity: "2" }]) => {
    it.clock.pass(60_000);
    return (await enterComplete(it, changes, { materials })).id;
  };
  const flawed = await enter({}, [{ code: "M1", quantity: "0" }]);
  const booked = [await enter({ customerName: "Bakkerij De Korenaar" }), await enter(), await enter(), await enter(), await enter()];
  await requestExport(it.engine, { ...scope(), workOrderIds: [flawed, ...booked], kind: "now" });
  await work(it);
  const [done = "", paid = "", cancelled = "", deleted = "", notFinished = ""] = booked;
  const ends = [[done, "final"], [paid, "paid"], [cancelled, "cancelled"], [deleted, "deleted"], [notFinished, "draft"]] as const;
  for (const [workOrderId, state] of ends) {
    const intent = await prisma.exportIntent.findFirstOrThrow({ where: { workOrderId } });
    const now = it.clock.now();
    const document = { accountId: it.accountId, connectionId: it.connectionId, documentId: intent.documentId ?? "", state, changedAt: now, seenAt: now };
    await prisma.exportedDocument.upsert({ where: { intentId: intent.id }, create: { intentId: intent.id, ...document }, update: { state } });
    await prisma.exportIntent.update({ where: { id: intent.id }, data: { documentNumber: `RE-${state}` } });
  }
  const refused = [{ id: "finish", state: "failed", tries: 1, at: it.clock.now().toISOString(), error: null }];
  await prisma.exportIntent.updateMany({ where: { workOrderId: notFinished }, data: { followUps: refused } });
  const others = [await enter(), await enter(), await enter(), await enter(), await enter()];
  const [waiting = "", sending = "", uncertain = "", needsReview = "", dismissed = ""] = others;
  await requestExport(it.engine, { ...scope(), workOrderIds: others, kind: "now" });
  await dismissExports(it.engine, { ...scope(), workOrderIds: [dismissed] });
  for (const [workOrderId, state] of [[sending, "sending"], [uncertain, "uncertain"], [needsReview, "needs_review"]] as const) {
    await prisma.exportIntent.updateMany({ where: { workOrderId }, data: { state, sendingAt: it.clock.now(), attempts: 1 } });
  }
  // Nothing to be seen of: refused and set right since, and never asked for.
  const corrected = await enter({}, [{ code: "M1", quantity: "0" }]);
  await requestExport(it.engine, { ...scope(), workOrderIds: [corrected], kind: "now" });
  await prisma.exportIntent.updateMany({ where: { workOrderId: corrected }, data: { state: "rejected", problem: { problems: [] } } });
  await prisma.workOrder.update({ where: { id: corrected }, data: { workStatusId: it.statuses.holdId } });
  await enter({ status: "ready", completedAt: null });
  ids = { error: flawed, done, paid, cancelled, deleted, notFinished, waiting, sending, uncertain, needsReview, dismissed };
});
afterAll(() => it.close());

describe("the list of exports", () => {
  test("shows the export that counts of each work order, the latest first, with the answer of its own page", async () => {
    const rows = await list();
    expect(Object.fromEntries(rows.map(({ workOrder, mark }) => [mark, workOrder.id]))).toEqual(ids);
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort().reverse());
    for (const { workOrder, standing } of rows) {
      const [own] = await readStandings(it.db, { accountId: it.accountId, workOrderId: workOrder.id }, { connectors: [it.connector], now: it.clock.now() });
      expect(standing).toEqual({ ...own, conditions: [] });
    }
    expect(rows.find(({ mark }) => mark === "error")).toMatchObject({ standing: { tries: 1, answer: { kind: "error" }, choices: ["exportAgain", "doNotSend"] } });
  });

  test.each(listedMarks)("is narrowed to what is %s", async (mark) => {
    // What is paid is done too.
    expect(await found({ mark })).toEqual(mark === "done" ? [ids.done, ids.paid].sort() : [ids[mark]]);
  });

  test("finds by the number of the work order or of the document, and by customer", async () => {
    const { number } = await it.db.prisma.workOrder.findUniqueOrThrow({ where: { id: ids.waiting } });
    expect(await found({ search: number })).toEqual([ids.waiting]);
    expect(await found({ search: "korenaar" })).toEqual([ids.done]);
    expect(await found({ search: "re-paid" })).toEqual([ids.paid]);
    expect(await found({ search: "RE_" })).toEqual([]);
    expect(await found({ search: "jansen", mark: "error" })).toEqual([ids.error]);
  });

  test("is narrowed to an integration, and to days where the account is", async () => {
    expect(await list({ vendor: "fixture" })).toHaveLength(11);
    expect(await list({ vendor: "cash" })).toEqual([]);
    expect(await list({ from: "2026-11-20", to: "2026-11-20" })).toHaveLength(11);
    expect([await list({ to: "2026-11-19" }), await list({ from: "2026-11-21" })]).toEqual([[], []]);
  });

  test("goes from page to page by key, and shows nothing of another account", async () => {
    const [first] = await list();
    const after = Buffer.from(JSON.stringify([first?.at, first?.id])).toString("base64url");
    const { position, filters } = readExportListRequest({ after, state: "nonsense", from: "yesterday", integration: "x'" });
    expect(filters).toEqual(noExportFilters);
    const page = await listExports(it.db, { accountId: it.accountId, filters, position }, options());
    expect(page).toMatchObject({ rows: { length: 10 }, before: expect.any(String), after: null });
    const stranger = await it.db.prisma.account.create({ data: { name: "Somebody else" } });
    expect((await listExports(it.db, { accountId: stranger.id, filters, position: start }, options())).rows).toEqual([]);
  });

  test("leads to the issue behind each", async () => {
    await settleIssues(it.engine, it.connectionId);
    const rows = await list();
    const issues = await issuesOfExports(it.db, it.accountId, rows, it.clock.now());
    const causes = rows.flatMap(({ id, mark }) => (issues[id] ? [[mark, issues[id].cause]] : []));
    expect(Object.fromEntries(causes)).toMatchObject({ error: "exportRejected", needsReview: "exportNeedsReview", notFinished: "followUpFailed" });
  });
});

test("counts say what waits, what needs somebody and what this month brought", async () => {
  const [counts, ...others] = await countExports(it.db, it.accountId, it.clock.now());
  expect(others).toEqual([]);
  expect(counts).toEqual({ connectionId: it.connectionId, vendor: "fixture", waiting: 1, sending: 1, failed: 1, notFinished: 1, uncertain: 1, needsReview: 1, dismissed: 1, doneThisMonth: 3 });
  expect(summarizeExports(counts ? [counts] : [])).toEqual({ count: 6, forPerson: 3 });
  expect(await countExports(it.db, it.accountId, new Date("2026-12-15"))).toMatchObject([{ doneThisMonth: 0 }]);
});

describe("what is foretold", () => {
  const foretell = (act: "exportAgain" | "doNotSend") => foretellExports(it.engine, { ...scope(), workOrderIds: Object.values(ids), act });
  const byMark = async (act: "exportAgain" | "doNotSend") => {
    const foreseen = new Map((await foretell(act)).map((one) => [one.id, one.becomes === "refused" ? one.refusal.params.reason : one.becomes]));
    return Object.fromEntries(Object.entries(ids).map(([mark, id]) => [mark, foreseen.get(id)]));
  };

  test("of Export again is, for each, what then happens, and nothing happens by telling it", async () => {
    const before = await Promise.all(Object.values(ids).map(stateOf));
    expect(await byMark("exportAgain")).toEqual({
      error: "sent", dismissed: "sent", waiting: "unchanged", sending: "sending", uncertain: "uncertain", needsReview: "needsReview",
      done: "done", paid: "done", notFinished: "done", cancelled: "gone", deleted: "gone",
    });
    expect(await Promise.all(Object.values(ids).map(stateOf))).toEqual(before);
    const results = await requestExport(it.engine, { ...scope(), workOrderIds: Object.values(ids), kind: "again" });
    expect(results.filter(({ outcome }) => outcome === "done").map(({ id }) => id).sort()).toEqual([ids.error, ids.dismissed].sort());
  });

  test("of Do not send keeps what waits or was refused, and leaves what is under way or there", async () => {
    expect(await byMark("doNotSend")).toMatchObject({ waiting: "kept", error: "kept", needsReview: "kept", sending: "sending", uncertain: "uncertain", done: "done", deleted: "gone" });
    await dismissExports(it.engine, { ...scope(), workOrderIds: [ids.waiting, ids.error] });
    expect(await byMark("doNotSend")).toMatchObject({ waiting: "unchanged", error: "unchanged" });
  });

  test("of one that was sent before says that it is looked up first", async () => {
    await it.db.prisma.exportIntent.updateMany({ where: { workOrderId: ids.error }, data: { sendingAt: it.clock.now() } });
    expect(await byMark("exportAgain")).toMatchObject({ error: "lookedUp", waiting: "sent" });
  });
});

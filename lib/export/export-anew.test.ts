import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createExportTest, enterComplete, readExport, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { previewExport } from "@/lib/export/preview-export";
import { readDocumentChanges } from "@/lib/export/read-document-changes";
import { readStandings } from "@/lib/export/read-standings";
import { requestExport } from "@/lib/export/request-export";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest({}, { isInvoicing: true })));
afterAll(() => it.close());
beforeEach(() => {
  it.sales.steps = ["finish"];
  it.sales.fates = [];
});

type End = "cancelled" | "deleted";

/** A work order whose document somebody has cancelled, or deleted as a draft, at the vendor. */
async function exportAndEnd(end: End) {
  it.sales.steps = end === "deleted" ? [] : ["finish"];
  const { id, number } = await enterComplete(it);
  await sweep(it);
  await work(it);
  const document = it.sales.documents.find(({ reference }) => reference === number);
  if (!document) throw new Error("It was not booked");
  if (end === "cancelled") it.sales.change(document.id, { state: "cancelled" });
  else it.sales.documents.splice(it.sales.documents.indexOf(document), 1);
  it.clock.pass(16 * 60_000);
  await readDocumentChanges(it.engine, it.connectionId);
  return { id, number, document };
}

const askAnew = (id: string) => requestExport(it.engine, { accountId: it.accountId, connectionId: it.connectionId, workOrderIds: [id], actor: "Femke", kind: "anew" });
const referencesOf = (number: string) => it.sales.documents.map(({ reference }) => reference).filter((reference) => reference.startsWith(number));
async function standingOf(workOrderId: string) {
  const [standing] = await readStandings(it.db, { accountId: it.accountId, workOrderId }, { connectors: [it.connector], now: it.clock.now() });
  return standing;
}

test.each(["cancelled", "deleted"] as const)("a document that was %s is never made again by itself, and as another one when a person asks", async (end) => {
  const { id, number, document } = await exportAndEnd(end);
  const left = end === "cancelled" ? [number] : [];
  const name = end === "cancelled" ? document.number : number;
  expect(await standingOf(id)).toMatchObject({ answer: { kind: "gone", state: end, number: name, reference: `${number}-2` }, choices: ["exportAnew"], document: { state: end } });
  await sweep(it);
  await workOut(it, 2);
  expect(referencesOf(number)).toEqual(left);

  const { document: shown } = await previewExport(it.engine, { accountId: it.accountId, workOrderId: id, connectionId: it.connectionId });
  expect(shown.reference).toBe(`${number}-2`);
  expect(await askAnew(id)).toMatchObject([{ outcome: "done" }]);
  await workOut(it, 2);
  expect(referencesOf(number)).toEqual([...left, `${number}-2`]);
  const { status, revision, intents, events } = await readExport(it, id);
  expect({ status, revision, intents: intents.map(({ state, reference }) => [state, reference]) }).toEqual({ status: "handled", revision: 2, intents: [["dismissed", number], ["finished", `${number}-2`]] });
  expect(events.find(({ kind }) => kind === "askedAnew")).toMatchObject({ actor: "Femke", detail: { vendorName: "Fixture", documentNumber: name, revision: 2 } });
  expect(await standingOf(id)).toMatchObject({ answer: { kind: "done" }, choices: [] });
});

test("asked for twice at once, or once more while it is on its way, it is made once", async () => {
  const { id, number } = await exportAndEnd("cancelled");
  const outcomes = (await Promise.all([askAnew(id), askAnew(id)])).flat().map(({ outcome }) => outcome);
  expect(outcomes.toSorted()).toEqual(["done", "unchanged"]);
  expect(await askAnew(id)).toMatchObject([{ outcome: "unchanged" }]);
  await workOut(it, 2);
  expect(referencesOf(number)).toEqual([number, `${number}-2`]);
  expect(await askAnew(id)).toMatchObject([{ outcome: "refused", code: "export_not_possible" }]);
});

test("what was changed meanwhile goes as the revision that it is, and a further end has a further way on", async () => {
  const { id, number } = await exportAndEnd("cancelled");
  await it.db.prisma.workOrder.update({ where: { id }, data: { revision: 3 } });
  expect(await standingOf(id)).toMatchObject({ answer: { kind: "gone", reference: `${number}-3` } });
  await askAnew(id);
  await workOut(it, 2);
  const again = it.sales.documents.find(({ reference }) => reference === `${number}-3`);
  it.sales.change(again?.id ?? "", { state: "cancelled" });
  it.clock.pass(16 * 60_000);
  await readDocumentChanges(it.engine, it.connectionId);
  expect(await standingOf(id)).toMatchObject({ answer: { kind: "gone", reference: `${number}-4` }, choices: ["exportAnew"] });
});

test("a document that stands at the vendor is not made a second time, whoever asks", async () => {
  const { id, number } = await enterComplete(it);
  await sweep(it);
  await work(it);
  expect(await askAnew(id)).toMatchObject([{ outcome: "refused", code: "export_not_possible", params: { reason: "done" } }]);
  await workOut(it, 1);
  expect(referencesOf(number)).toEqual([number]);
});

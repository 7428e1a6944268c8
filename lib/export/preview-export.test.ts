import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { MatchedKeys } from "@/lib/connectors/exporter";
import { AppError } from "@/lib/errors";
import { createExportTest, enterComplete, readExport, setOptions, sweep, work, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { previewExport } from "@/lib/export/preview-export";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());
beforeEach(async () => {
  it.sales.failsToRead = null;
  it.sales.requests.length = 0;
  await setOptions(it, {});
});

const preview = (workOrderId: string, accountId = it.accountId) => previewExport(it.engine, { accountId, workOrderId, connectionId: it.connectionId });

test("a preview shows exactly what is sent afterwards, and sends nothing itself", async () => {
  await setOptions(it, { roundingMinutes: 30, lineSequence: "hoursFirst" });
  const { id, number } = await enterComplete(it, {}, { minutes: 31 });
  const shown = await preview(id);
  expect(shown).toMatchObject({ administration: "First", problems: [], error: null, toCreate: [], customer: { state: "known", externalId: "10001" } });
  expect(shown.document.totals).toMatchObject({ materials: "25.00", hours: "60.00", net: "85.00" });
  expect(it.sales.requests).toEqual(["lookUp"]);
  expect(await readExport(it, id)).toMatchObject({ state: null, status: "complete" });
  await sweep(it);
  await work(it);
  expect(it.sales.documents.filter(({ reference }) => reference === number)).toMatchObject([{ content: shown.content }]);
});

test("it names what would be created, and creates nothing", async () => {
  const { id } = await enterComplete(it, { customerDebtorNumber: "20555", customerName: "Nieuw B.V." }, { materials: [{ code: "NEW1" }] });
  const shown = await preview(id);
  expect(shown).toMatchObject({ problems: [], customer: { state: "new" }, toCreate: [{ kind: "relation", key: "20555", name: "Nieuw B.V." }, { kind: "article", key: "NEW1", name: "Material NEW1" }] });
  expect([it.sales.relations.has("20555"), it.sales.articles.has("NEW1")]).toEqual([false, false]);
  expect(await it.db.prisma.exportCreation.count()).toBe(0);
});

test("it names everything that stands in the way at once, and has no notation of the vendor then", async () => {
  await setOptions(it, { createsRelations: false, createsMaterials: false });
  const { id } = await enterComplete(it, { customerDebtorNumber: "20777" }, { materials: [{ code: "NEW2", quantity: "0" }], minutes: 0 });
  const shown = await preview(id);
  expect(shown.problems.map(({ code }) => code)).toEqual(["materialQuantityZero", "periodWithoutTime", "relationNotFound", "materialNotFound"]);
  expect(shown).toMatchObject({ content: null, customer: { state: "missing" } });
});

test("when the vendor cannot be asked it says so, and shows the rest", async () => {
  const { id } = await enterComplete(it, { customerDebtorNumber: "20888" });
  it.sales.failsToRead = new AppError("vendor_unreachable", { kind: "transient", params: { vendor: "Fixture" } });
  const shown = await preview(id);
  expect(shown).toMatchObject({ error: { code: "vendor_unreachable" }, customer: { state: "unchecked" }, problems: [] });
  expect(shown.document.lines).toHaveLength(2);
});

test("what the vendor says of the records besides is asked for, handed to its notation, and never where it cannot be asked", async () => {
  const { exporter } = it.connector;
  const seen: MatchedKeys[] = [];
  const given = { ...exporter };
  exporter.readDetails = async (context, matched) => {
    await context.takeBudget();
    if (it.sales.failsToRead) throw it.sales.failsToRead;
    return { details: { relations: { [matched.relations["10001"] ?? ""]: { taxOption: "IG" } }, articles: {} }, blocked: { relations: [], articles: ["M1"] } };
  };
  exporter.prepare = (document, matched, settings) => {
    seen.push(matched);
    return given.prepare(document, matched, settings);
  };
  const { id } = await enterComplete(it);
  await preview(id);
  it.sales.failsToRead = new AppError("vendor_unreachable", { kind: "transient", params: { vendor: "Fixture" } });
  expect(await preview(id)).toMatchObject({ error: { code: "vendor_unreachable" } });
  Object.assign(exporter, given);
  expect(seen.map(({ details, blocked }) => [details?.relations, blocked?.articles])).toEqual([[{ "10001": { taxOption: "IG" } }, ["M1"]], [{}, []]]);
});

test("a work order that cannot go out yet has a preview all the same", async () => {
  const { id } = await enterComplete(it, { status: "ready", completedAt: null, workStatusId: null });
  await setOptions(it, { isOn: false });
  expect(await preview(id)).toMatchObject({ problems: [], content: { lines: expect.any(Array) } });
});

test("the reference of an export that was made stays, whatever the settings say since", async () => {
  const { id, number } = await enterComplete(it, { projectNumber: "P-77" });
  await sweep(it);
  await setOptions(it, { referenceFormat: "workOrderAndProject" });
  expect((await preview(id)).document.reference).toBe(number);
  await work(it);
});

test("nobody sees another account's", async () => {
  const { id } = await enterComplete(it);
  const { id: other } = await it.db.prisma.account.create({ data: { name: "Another" } });
  await expect(preview(id, other)).rejects.toMatchObject({ code: "not_connected" });
});

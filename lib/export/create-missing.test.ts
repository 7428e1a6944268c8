import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listChanges } from "@/lib/changes/list-changes";
import type { Fate } from "@/lib/export/fixtures/sales-vendor";
import { createExportTest, enterComplete, readExport, setOptions, sweep, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());
beforeEach(() => {
  it.sales.fates = [];
  it.sales.requests.length = 0;
});

const creations = (number: string) => it.sales.documents.filter(({ reference }) => reference === number);
const historyOf = async (localId: string) => (await listChanges(it.db, { accountId: it.accountId, kind: "relations", localId })).steps;
let last = 30_000;
const newNumber = () => String((last += 1));

describe("a customer that the vendor lacks", () => {
  test("is created under the number of the work order, once for two work orders, and is here afterwards", async () => {
    const debtor = newNumber();
    const orders = [await enterComplete(it, { customerDebtorNumber: debtor }), await enterComplete(it, { customerDebtorNumber: debtor })];
    await sweep(it);
    await workOut(it);
    expect(it.sales.count("create")).toBe(1);
    expect(it.sales.relations.get(debtor)).toMatchObject({ kind: "relation", externalId: debtor });
    for (const { id, number } of orders) {
      expect(await readExport(it, id)).toMatchObject({ state: "finished", customerDebtorNumber: debtor });
      expect(creations(number)).toMatchObject([{ content: { head: { customer: debtor } } }]);
    }
    const relation = await it.db.prisma.relation.findFirstOrThrow({ where: { debtorNumber: debtor } });
    expect(await it.db.prisma.externalLink.findMany({ where: { localId: relation.id } })).toMatchObject([{ externalId: debtor, kind: "relations", hash: "", adopted: false }]);
    expect(await historyOf(relation.id)).toMatchObject([{ what: "created", source: "export", vendor: expect.any(String), workOrder: { id: expect.any(String), number: expect.any(String) } }]);
  });

  test("and is here already says in its history that an export linked it, and brought it back where it was out of use", async () => {
    const content = { name: "Stond Al Hier", street: "Kade 1", postalCode: "1234 AB", city: "Utrecht", countryCode: "NL", country: "Nederland" };
    const [active, gone] = await Promise.all(
      [true, false].map((isActive) => it.db.prisma.relation.create({ data: { ...content, accountId: it.accountId, debtorNumber: newNumber(), active: isActive, inactiveReason: isActive ? null : "gone" } })),
    );
    const order = await enterComplete(it, { customerDebtorNumber: gone?.debtorNumber ?? "" });
    await enterComplete(it, { customerDebtorNumber: active?.debtorNumber ?? "" });
    await sweep(it);
    await workOut(it);
    expect(await it.db.prisma.relation.findUnique({ where: { id: gone?.id ?? "" } })).toMatchObject({ active: true, inactiveReason: null, name: "Stond Al Hier" });
    const byExport = { source: "export", workOrder: { id: order.id, number: order.number }, changes: [] };
    const steps = await historyOf(gone?.id ?? "");
    expect(steps.map(({ what }) => what).sort()).toEqual(["linked", "reactivated"]);
    for (const step of steps) expect(step).toMatchObject(byExport);
    expect(await historyOf(active?.id ?? "")).toMatchObject([{ what: "linked", source: "export" }]);
  });

  test("without a number gets the next free one, and both its work orders carry it", async () => {
    const nobody = { customerDebtorNumber: null, customerName: "Nieuwe Klant" };
    const orders = [await enterComplete(it, nobody), await enterComplete(it, { ...nobody, customerName: "nieuwe klant" })];
    await sweep(it);
    await workOut(it);
    expect(it.sales.count("create")).toBe(1);
    const [one, two] = [await readExport(it, orders[0]?.id ?? ""), await readExport(it, orders[1]?.id ?? "")];
    expect(one.customerDebtorNumber).toMatch(/^\d+$/);
    expect(two).toMatchObject({ state: "finished", customerDebtorNumber: one.customerDebtorNumber });
    expect(one.events.map(({ kind }) => kind)).toContain("customerCreated");
    const steps = [...one.journal, ...two.journal].filter((event) => event.startsWith("record."));
    expect(steps).toEqual(["record.reserved", "record.sending", "record.created"]);
  });

  test("is asked about and never created while New relation is off", async () => {
    await setOptions(it, { createsRelations: false });
    const { id } = await enterComplete(it, { customerDebtorNumber: newNumber() });
    await sweep(it);
    await workOut(it);
    await setOptions(it, {});
    expect(await readExport(it, id)).toMatchObject({ state: "rejected", intent: { problem: { problems: [{ code: "relationNotFound" }] } } });
    expect(it.sales.count("create")).toBe(0);
  });

  test("whose number somebody else has taken meanwhile gets another one, and nobody is overwritten", async () => {
    const { id } = await enterComplete(it, { customerDebtorNumber: null, customerName: "Te Laat" });
    await sweep(it);
    let taken = "";
    it.sales.beforeRequest = (operation) => {
      if (operation === "lookUp" && taken === "" && it.sales.requests.includes("propose")) {
        taken = it.sales.nextRelation();
        it.sales.relations.set(taken, null);
      }
    };
    await workOut(it);
    it.sales.beforeRequest = () => {};
    expect(it.sales.relations.get(taken)).toBeNull();
    expect((await readExport(it, id)).customerDebtorNumber).not.toBe(taken);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });
});

test.each<[string, Fate[], number]>([
  ["the answer is lost", ["silent"], 1],
  ["the request is lost", ["lost"], 2],
  ["the vendor takes its time", [{ later: 2 }], 1],
  ["there is no connection", ["away"], 2],
])("an article is created once when %s", async (_, fates, sends) => {
  const code = `A${newNumber()}`;
  const { id, number } = await enterComplete(it, {}, { materials: [{ code }] });
  it.sales.fates = fates;
  await sweep(it);
  await workOut(it);
  expect(it.sales.articles.get(code)).toMatchObject({ kind: "article", article: { code, type: "material" } });
  expect(it.sales.count("create")).toBe(sends);
  expect(creations(number)).toHaveLength(1);
  expect(await readExport(it, id)).toMatchObject({ state: "finished" });
});

test("an article that is refused is an error of its work order", async () => {
  const { id } = await enterComplete(it, {}, { materials: [{ code: `A${newNumber()}` }] });
  it.sales.fates = ["refuse"];
  await sweep(it);
  await workOut(it);
  expect(await readExport(it, id)).toMatchObject({ state: "rejected", workStatus: { code: 99 } });
  expect(it.sales.count("send")).toBe(0);
});

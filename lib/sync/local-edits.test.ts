import { afterEach, beforeEach, expect, test } from "vitest";
import { relations, material } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, request, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { listLocalEdits, recordLocalEdits } from "@/lib/sync/local-edits";
import { effectsOfSwitching } from "@/lib/sync/switch-administration";

let it: TestEngine;
beforeEach(async () => {
  it = await createTestEngine();
  it.vendor.set("relations", relations(5));
  it.vendor.set("materials", [material(1)]);
  await sync(it);
});
afterEach(() => it.close());

const relation = (debtorNumber: string) => it.db.prisma.relation.findFirstOrThrow({ where: { debtorNumber } });
const list = (kinds: Parameters<typeof listLocalEdits>[1]["kinds"]) => listLocalEdits(it.db, { accountId: it.accountId, connectionId: it.connectionId, kinds });
async function edit(localId: string, before: string | null, after: string | null, field = "city") {
  await it.db.prisma.$transaction((tx) => recordLocalEdits(tx, { accountId: it.accountId, kind: "relations", localId, editedBy: "Piet", edits: [{ field, before, after }] }));
}

test("edits are listed with what was there and what will be, newest first", async () => {
  const { id } = await relation("10001");
  await edit(id, "Utrecht", "Houten");
  await edit(id, null, "030 123", "phone");
  expect(await list(["relations", "materials"])).toMatchObject({
    total: 2,
    edits: [
      { kind: "relations", recordKey: "10001", name: "Relation 1", field: "phone", localValue: "030 123", vendorValue: null, editedBy: "Piet" },
      { field: "city", localValue: "Houten", vendorValue: "Utrecht" },
    ],
  });
  expect(await list(["materials"])).toEqual({ total: 0, edits: [] });
});

test("of several edits the vendor's value is the one before the first; back to it is no edit", async () => {
  const { id } = await relation("10001");
  await edit(id, "Utrecht", "Houten");
  await edit(id, "Houten", "Zeist");
  expect((await list(["relations"])).edits).toMatchObject([{ vendorValue: "Utrecht", localValue: "Zeist" }]);
  await edit(id, "Zeist", "Utrecht");
  expect((await list(["relations"])).total).toBe(0);
});

test("a record of our own may be edited without leaving a trace", async () => {
  const own = await it.db.prisma.relation.create({ data: { accountId: it.accountId, debtorNumber: "1", name: "Eigen", street: "-", postalCode: "-", city: "Almere" } });
  await edit(own.id, "Almere", "Houten");
  expect(await it.db.prisma.localEdit.count()).toBe(0);
});

test("another account sees none of them", async () => {
  await edit((await relation("10001")).id, "Utrecht", "Houten");
  expect(await listLocalEdits(it.db, { accountId: it.connectionId, connectionId: it.connectionId, kinds: ["relations"] })).toEqual({ total: 0, edits: [] });
});

test("the list is cut at fifty, the number is not", async () => {
  const { id } = await relation("10001");
  for (let index = 0; index < 60; index += 1) await edit(id, "a", "b", `field${index}`);
  const { total, edits } = await list(["relations"]);
  expect([total, edits.length]).toEqual([60, 50]);
});

test("switching the administration says how many records stand to go", async () => {
  const effects = () => effectsOfSwitching(it.db, { accountId: it.accountId, connectionId: it.connectionId, administration: "B" });
  expect(await effects()).toEqual([{ kind: "relations", active: 5, alsoInNew: 0 }, { kind: "materials", active: 1, alsoInNew: 0 }]);
  const { id } = await relation("10002");
  await it.db.prisma.externalLink.create({ data: { accountId: it.accountId, connectionId: it.connectionId, administration: "B", kind: "relations", externalId: "x", localId: id, hash: "h" } });
  expect((await effects())[0]).toEqual({ kind: "relations", active: 5, alsoInNew: 1 });
});

test("a sync by hand that joins a waiting automatic one overwrites only what it was asked to", async () => {
  const { id } = await relation("10001");
  const { id: materialId } = await it.db.prisma.material.findFirstOrThrow();
  await edit(id, "Utrecht", "Houten");
  await it.db.prisma.$transaction((tx) =>
    recordLocalEdits(tx, { accountId: it.accountId, kind: "materials", localId: materialId, editedBy: "Piet", edits: [{ field: "name", before: "Ball valve", after: "Ball valve, red" }] }),
  );
  await request(it, { trigger: "automatic" });
  await sync(it, { trigger: "manual", kinds: ["relations"] });
  expect(await list(["relations"])).toMatchObject({ total: 0 });
  expect(await list(["materials"])).toMatchObject({ total: 1 });
});

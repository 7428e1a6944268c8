import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { editRecord } from "@/lib/catalogue/edit-record";
import { isBillable, setBillable } from "@/lib/catalogue/set-billable";
import { listChanges } from "@/lib/changes/list-changes";
import { pruneChanges } from "@/lib/changes/prune-changes";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { daysBefore } from "@/lib/retention/in-batches";
import { address, contact, hourType, material, numberOf, relation, skipped } from "@/lib/sync/fixtures/source-records";
import { connectPaged, createTestEngine, readRun, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { writeChanges } from "@/lib/sync/write-changes";

let it: TestEngine;
beforeAll(async () => {
  it = await connectPaged(await createTestEngine());
});
afterAll(() => it.close());

const nothing = { records: [], gone: [] };
const idOf = async (key: string) => (await it.db.prisma.relation.findFirstOrThrow({ where: { debtorNumber: key } })).id;
const history = (kind: ImportKind, localId: string, cursor?: string | null, limit = 4) => listChanges(it.db, { accountId: it.accountId, kind, localId, cursor, limit });
const stepsOf = async (index: number) => (await history("relations", await idOf(numberOf(index)))).steps;
const edit = async (index: number, typed: Record<string, string>) =>
  editRecord(it.db, { accountId: it.accountId, kind: "relations", id: await idOf(numberOf(index)), typed, editedBy: "Piet Planner" });

beforeEach(async () => {
  await it.db.pool.query("TRUNCATE record_change, relation, material, hour_type, local_edit, external_link, skipped_record, import_checkpoint, sync_run CASCADE");
  it.vendor.set("relations", [relation(0), relation(1), relation(2)]);
  it.vendor.set("deliveryAddresses", [address(1)]);
  it.vendor.set("contacts", [contact(1, 11)]);
  it.vendor.set("materials", [material(1, { price: "12.50" })]);
  it.vendor.set("hourTypes", [hourType(1)]);
  await sync(it);
});

describe("the history of a record", () => {
  test("begins with being brought in, which writes nothing into it, and neither does what is unchanged", async () => {
    await sync(it, { trigger: "manual" });
    expect(await it.db.prisma.recordChange.count()).toBe(0);
    expect(await stepsOf(1)).toMatchObject([{ what: "created", source: "sync", vendor: "paged", label: null, runId: null, actor: null, changes: [] }]);
  });

  test("tells what a sync changed, field by field, in which run", async () => {
    it.vendor.set("relations", [relation(0), relation(1, { city: "Zeist", phone: "030 1234567", paymentTerm: null }), relation(2)]);
    it.vendor.set("materials", [material(1, { price: "12.75", searchName: 'Kogel "1/2"' })]);
    const run = await sync(it, { trigger: "nightly" });
    expect(await it.db.prisma.recordChange.count()).toBe(2);
    const [step] = await stepsOf(1);
    expect(step).toMatchObject({ what: "changed", source: "sync", vendor: "paged", runId: run.id, actor: null, reason: null });
    expect(step?.changes).toEqual([
      { field: "city", before: "Utrecht", after: "Zeist" }, { field: "phone", before: null, after: "030 1234567" }, { field: "paymentTerm", before: "30", after: null },
    ]);
    const { id } = await it.db.prisma.material.findFirstOrThrow();
    expect((await history("materials", id)).steps[0]?.changes).toEqual([{ field: "searchName", before: null, after: 'Kogel "1/2"' }, { field: "price", before: "12.5", after: "12.75" }]);
  });

  test("has edits by hand between the syncs, and what overwrote them", async () => {
    await edit(1, { city: "Gouda", name: "Relation 1" });
    it.vendor.set("relations", [relation(0), relation(1, { city: "Zeist" }), relation(2)]);
    await sync(it, { trigger: "nightly" });
    expect(await stepsOf(1)).toMatchObject([
      { source: "sync", changes: [{ field: "city", before: "Gouda", after: "Zeist" }] },
      { source: "hand", actor: "Piet Planner", vendor: null, runId: null, changes: [{ field: "city", before: "Utrecht", after: "Gouda" }] },
      { what: "created" },
    ]);
  });

  test("tells who asked for the sync by hand that took an edit back", async () => {
    await edit(2, { street: "Dam 1" });
    const run = await sync(it, { trigger: "manual" });
    await it.db.prisma.syncRun.update({ where: { id: run.id }, data: { requestedBy: "Marit" } });
    expect(await stepsOf(2)).toMatchObject([{ source: "sync", actor: "Marit", changes: [{ field: "street", before: "Dam 1", after: "Kade 2" }] }, { source: "hand" }, { what: "created" }]);
  });

  test("tells when a record went, why, and when it came back, with what was different then", async () => {
    it.vendor.set("relations", [relation(0), skipped(1, "blocked"), relation(2)]);
    await sync(it, { trigger: "nightly" });
    it.vendor.set("relations", [relation(0), relation(1, { city: "Zeist" }), relation(2)]);
    await sync(it, { trigger: "nightly" });
    const own = (await history("relations", await idOf(numberOf(1)), null, 20)).steps.filter(({ label }) => label === null);
    expect(own).toMatchObject([{ what: "reactivated", changes: [{ field: "city", before: "Utrecht", after: "Zeist" }] }, { what: "deactivated", reason: "blocked", changes: [] }, { what: "created" }]);
  });

  test("of a relation has that of its delivery addresses and contact persons, by name", async () => {
    it.vendor.set("deliveryAddresses", [address(1, { city: "Delft" }), { ...address(1, { code: "2", description: "Kelder" }), externalId: `${numberOf(1)}/2` }]);
    await sync(it, { trigger: "nightly" });
    const { changed } = await writeChanges(it.engine, { connectionId: it.connectionId, change: { ...nothing, records: [{ kind: "contacts", records: [], within: [numberOf(1)] }] }, origin: { trigger: "webhook", deliveries: 1 } });
    expect(changed).toBe(1);
    const steps = await stepsOf(1);
    expect(steps[0]).toMatchObject({ kind: "contacts", label: "Person 11", what: "deactivated", reason: "gone", source: "webhook" });
    expect(steps.slice(1)).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: "deliveryAddresses", label: "Kelder", what: "created" }),
      expect.objectContaining({ kind: "deliveryAddresses", label: "Loods", what: "changed", changes: [{ field: "city", before: "Gouda", after: "Delft" }] }),
      expect.objectContaining({ kind: "relations", label: null, what: "created" }),
    ]));
    expect(steps).toHaveLength(4);
  });

  test("has what the vendor told of, with the run it became", async () => {
    const { runId } = await writeChanges(it.engine, { connectionId: it.connectionId, change: { ...nothing, records: [{ kind: "relations", records: [relation(1, { email: "info@relation.example" })] }], gone: [{ kind: "relations", externalId: numberOf(2) }] }, origin: { trigger: "webhook", deliveries: 1 } });
    expect((await stepsOf(1))[0]).toMatchObject({ source: "webhook", runId, changes: [{ field: "email", before: null, after: "info@relation.example" }] });
    expect((await stepsOf(2))[0]).toMatchObject({ source: "webhook", runId, what: "deactivated", reason: "gone" });
    expect((await readRun(it, runId ?? "")).counters).toMatchObject({ relations: { changed: 1, deactivated: 1 } });
  });

  test("tells that somebody made hours free of charge, once", async () => {
    const { id } = await it.db.prisma.hourType.findFirstOrThrow();
    const set = (billable: boolean) => setBillable(it.db, { accountId: it.accountId, id, billable, editedBy: "Piet Planner" });
    await set(false);
    await set(false);
    expect(await isBillable(it.db, { accountId: it.accountId, id })).toBe(false);
    expect((await history("hourTypes", id)).steps).toMatchObject([{ source: "hand", changes: [{ field: "billable", before: "true", after: "false" }] }, { what: "created" }]);
  });

  test("tells what a record that was here before became when it was linked", async () => {
    await it.db.prisma.relation.create({ data: { accountId: it.accountId, debtorNumber: numberOf(9), name: "Old name", street: "Kade 9", postalCode: "1234 AB", city: "Utrecht", countryCode: "NL", country: "Nederland", paymentTerm: 30 } });
    it.vendor.set("relations", [relation(0), relation(1), relation(2), relation(9)]);
    await sync(it, { trigger: "nightly" });
    expect(await stepsOf(9)).toMatchObject([{ what: "changed", changes: [{ field: "name", before: "Old name", after: "Relation 9" }] }, { what: "linked" }]);
  });

  test("is read page by page, and by its own account only", async () => {
    for (const city of ["Gouda", "Delft", "Breda", "Assen", "Emmen"]) await edit(0, { city });
    const id = await idOf(numberOf(0));
    const first = await history("relations", id);
    const second = await history("relations", id, first.next);
    expect([...first.steps, ...second.steps].map(({ what, changes }) => changes[0]?.after ?? what)).toEqual(["Emmen", "Assen", "Breda", "Delft", "Gouda", "created"]);
    expect(second.next).toBeNull();
    expect((await history("relations", id, "nonsense")).steps).toEqual(first.steps);
    const other = await it.db.prisma.account.create({ data: { name: "Other" } });
    expect(await listChanges(it.db, { accountId: other.id, kind: "relations", localId: id })).toEqual({ steps: [], next: null });
  });

  test("is kept for a year", async () => {
    await edit(0, { city: "Gouda" });
    await edit(1, { city: "Delft" });
    const now = new Date();
    await it.db.prisma.recordChange.updateMany({ where: { localId: await idOf(numberOf(0)) }, data: { at: daysBefore(now, 366) } });
    expect(await pruneChanges(it.db, now)).toBe(1);
    expect(await stepsOf(0)).toMatchObject([{ what: "created" }]);
    expect(await stepsOf(1)).toHaveLength(2);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SourceRecord } from "@/lib/connectors/records";
import { address, broken, employee, hourType, material, relation, relations, skipped, warehouse } from "@/lib/sync/fixtures/source-records";
import { connectAccount, counts, createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { recordLocalEdits } from "@/lib/sync/local-edits";

let it: TestEngine;
beforeEach(async () => {
  it = await createTestEngine();
});
afterEach(() => it.close());

/** Versions of all rows that last: equal when nothing was written. */
async function fingerprint() {
  const tables = ["relation", "delivery_address", "material", "hour_type", "warehouse", "external_link", "skipped_record", "local_edit"];
  const { rows } = await it.db.pool.query(tables.map((table) => `SELECT '${table}' AS name, count(*)::int, max(xmin::text::bigint) AS last FROM ${table}`).join(" UNION ALL "));
  return rows;
}

/** An edit by a person, as the edit page makes it. */
async function edit(debtorNumber: string, city: string) {
  await it.db.prisma.$transaction(async (tx) => {
    const { id, city: before } = await tx.relation.findFirstOrThrow({ where: { debtorNumber } });
    await tx.relation.update({ where: { id }, data: { city } });
    await recordLocalEdits(tx, { accountId: it.accountId, kind: "relations", localId: id, editedBy: "Piet", edits: [{ field: "city", before, after: city }] });
  });
}
const cityOf = async (debtorNumber: string) => (await it.db.prisma.relation.findFirstOrThrow({ where: { debtorNumber } })).city;

describe("what a vendor has arrives", () => {
  test("the first sync creates every record of every kind that an automatic sync may read", async () => {
    it.vendor.set("relations", relations(250));
    it.vendor.set("deliveryAddresses", [address(1), address(2)]);
    it.vendor.set("materials", [material(1), material(2)]);
    it.vendor.set("hourTypes", [hourType(1)]);
    it.vendor.set("warehouses", [warehouse(1)]);
    it.vendor.set("employees", [employee(1)]);
    const run = await sync(it);
    expect(run.state).toBe("succeeded");
    expect(run.counters).toEqual({
      relations: counts({ read: 250, created: 250 }),
      deliveryAddresses: counts({ read: 2, created: 2 }),
      materials: counts({ read: 2, created: 2 }),
      hourTypes: counts({ read: 1, created: 1 }),
      warehouses: counts({ read: 1, created: 1 }),
    });
    const [first] = await it.db.prisma.relation.findMany({ where: { debtorNumber: "10000" } });
    expect(first).toMatchObject({ name: "Relation 0", street: "Kade 0", city: "Utrecht", paymentTerm: 30, active: true });
    const stored = await it.db.prisma.material.findFirstOrThrow({ where: { code: "M1" } });
    expect(stored.price?.toString()).toBe("12.5");
    expect(await it.db.prisma.employee.count()).toBe(0);
    expect((await sync(it, { trigger: "manual", kinds: ["employees"] })).counters).toEqual({ employees: counts({ read: 1, created: 1 }) });
  });

  test("a sync of what has not changed writes nothing that lasts", async () => {
    it.vendor.set("relations", [...relations(250), skipped(900, "notCustomer"), broken(901)]);
    it.vendor.set("deliveryAddresses", [address(1), address(950)]);
    it.vendor.set("materials", [material(1)]);
    await sync(it);
    const before = await fingerprint();
    await sync(it);
    const run = await sync(it, { trigger: "nightly" });
    expect(run.counters["relations"]).toEqual(counts({ read: 252, unchanged: 250, skipped: 1, failed: 1 }));
    expect(await fingerprint()).toEqual(before);
  });

  test("an automatic sync reads only what changed, and a changed record is overwritten as a whole", async () => {
    it.vendor.set("relations", relations(250));
    await sync(it);
    const untouched = async () => (await it.db.pool.query("SELECT id, xmin FROM relation WHERE debtor_number <> '10000' ORDER BY id")).rows;
    const before = await untouched();
    it.vendor.set("relations", [relation(0, { city: "Zeist", phone: "030 1234567" }), ...relations(249, 1)]);
    const run = await sync(it);
    expect(run.counters["relations"]).toEqual(counts({ read: 1, changed: 1 }));
    expect(await cityOf("10000")).toBe("Zeist");
    expect(await untouched()).toEqual(before);
  });

  test("an hour type keeps whether it is billable, whatever the vendor changes", async () => {
    it.vendor.set("hourTypes", [hourType(1)]);
    await sync(it);
    await it.db.prisma.hourType.updateMany({ data: { billable: false } });
    it.vendor.set("hourTypes", [hourType(1, { name: "Reistijd" })]);
    await sync(it);
    expect(await it.db.prisma.hourType.findFirst()).toMatchObject({ name: "Reistijd", billable: false });
  });
});

describe("edits made here", () => {
  test("stay through automatic and nightly syncs, and are overwritten by one by hand", async () => {
    it.vendor.set("relations", relations(20));
    await sync(it);
    await edit("10003", "Houten");
    await sync(it);
    await sync(it, { trigger: "nightly" });
    expect(await cityOf("10003")).toBe("Houten");
    const run = await sync(it, { trigger: "manual" });
    expect(run.counters["relations"]).toEqual(counts({ read: 20, changed: 1, unchanged: 19 }));
    expect(await cityOf("10003")).toBe("Utrecht");
    expect(await it.db.prisma.localEdit.count()).toBe(0);
  });

  test("give way as soon as the vendor changes the record, whichever field that is", async () => {
    it.vendor.set("relations", relations(3));
    await sync(it);
    await edit("10001", "Houten");
    it.vendor.set("relations", [relation(0), relation(1, { phone: "030 7654321" }), relation(2)]);
    await sync(it);
    expect(await cityOf("10001")).toBe("Utrecht");
    expect(await it.db.prisma.localEdit.count()).toBe(0);
  });
});

describe("matching with what is here", () => {
  const local = { name: "Eigen", street: "Hier 1", postalCode: "1000 AA", city: "Almere" };

  test("a record with the same number and no link is adopted and takes the vendor's content", async () => {
    const { id } = await it.db.prisma.relation.create({ data: { accountId: it.accountId, debtorNumber: "10001", ...local } });
    it.vendor.set("relations", relations(3));
    const run = await sync(it);
    expect(run.counters["relations"]).toEqual(counts({ read: 3, created: 2, changed: 1 }));
    expect(await it.db.prisma.relation.findUnique({ where: { id } })).toMatchObject({ name: "Relation 1", city: "Utrecht" });
  });

  test("a record of another connection is left alone, and the list says why", async () => {
    const { id } = await it.db.prisma.relation.create({ data: { accountId: it.accountId, debtorNumber: "10001", ...local } });
    const other = await connectAccount(it.engine, it.accountId, "other");
    const link = { accountId: it.accountId, connectionId: other, administration: "A", kind: "relations" as const, externalId: "x", localId: id, hash: "h" };
    await it.db.prisma.externalLink.create({ data: link });
    it.vendor.set("relations", relations(3));
    const run = await sync(it);
    expect(run.counters["relations"]).toEqual(counts({ read: 3, created: 2, skipped: 1 }));
    expect(await it.db.prisma.relation.findUnique({ where: { id } })).toMatchObject({ name: "Eigen" });
    expect(await it.db.prisma.skippedRecord.findMany()).toMatchObject([{ externalId: "10001", reason: "ownedByOtherConnection", field: "debtorNumber" }]);
  });

  test("a record that an export links while the first sync reads stays linked as it is", async () => {
    it.vendor.beforePage = async ({ number }) => {
      if (number > 0) return;
      for (const [externalId, debtorNumber] of [["10001", "10001"], ["10002", "D2"]] as const) {
        const { id: localId } = await it.db.prisma.relation.create({ data: { accountId: it.accountId, debtorNumber, ...local } });
        await it.db.prisma.externalLink.create({ data: { accountId: it.accountId, connectionId: it.connectionId, administration: "A", kind: "relations", externalId, localId, hash: "" } });
      }
    };
    it.vendor.set("relations", relations(5));
    expect((await sync(it)).counters["relations"]).toMatchObject({ read: 5, created: 3, skipped: 0, failed: 0 });
    it.vendor.beforePage = () => {};
    expect((await sync(it, { trigger: "nightly" })).counters["relations"]).toMatchObject({ read: 5, created: 0, skipped: 0, failed: 0 });
    expect(await it.db.prisma.relation.findMany({ where: { street: "Hier 1" } })).toEqual([]);
    expect(await it.db.prisma.externalLink.count()).toBe(5);
  });

  test("a record of another account with the same number is not found", async () => {
    const other = await it.db.prisma.account.create({ data: { name: "Ander" } });
    await it.db.prisma.relation.create({ data: { accountId: other.id, debtorNumber: "10001", ...local } });
    it.vendor.set("relations", relations(3));
    expect((await sync(it)).counters["relations"]).toEqual(counts({ read: 3, created: 3 }));
    expect(await it.db.prisma.relation.findFirst({ where: { accountId: other.id } })).toMatchObject({ name: "Eigen" });
  });
});

describe("one bad record never stops the rest", () => {
  test("of records with the same id the first counts, on one page and over several", async () => {
    it.vendor.set("relations", [relation(0), relation(0, { city: "Zeist" }), ...relations(150, 1), relation(0, { city: "Soest" })]);
    const run = await sync(it);
    expect(run.counters["relations"]).toEqual(counts({ read: 153, created: 151, skipped: 2 }));
    expect(await cityOf("10000")).toBe("Utrecht");
    const duplicates = await it.db.prisma.skippedRecord.findMany({ orderBy: { externalId: "asc" } });
    expect(duplicates).toMatchObject([{ externalId: "10000#2", reason: "duplicate" }, { externalId: "10000#3", reason: "duplicate" }]);
    await sync(it, { trigger: "nightly" });
    expect(await it.db.prisma.logEntry.count({ where: { operation: "record.skipped" } })).toBe(2);
  });

  test("two records with different ids and one number: the first has it, the other is listed", async () => {
    it.vendor.set("relations", [relation(0), { ...relation(0), externalId: "elsewhere" }, relation(1)]);
    const run = await sync(it);
    expect(run.counters["relations"]).toEqual(counts({ read: 3, created: 2, skipped: 1 }));
    expect(await it.db.prisma.skippedRecord.findMany()).toMatchObject([{ externalId: "elsewhere", reason: "duplicate" }]);
  });

  test("a record that the database refuses fails alone", async () => {
    const poisoned: SourceRecord = relation(50, { name: "zero\u0000byte" });
    it.vendor.set("relations", [...relations(50), poisoned, ...relations(49, 51)]);
    const run = await sync(it);
    expect(run.state).toBe("partial");
    expect(run.counters["relations"]).toEqual(counts({ read: 100, created: 99, failed: 1 }));
    expect(await it.db.prisma.skippedRecord.findMany()).toMatchObject([{ externalId: "10050", reason: "invalidValue" }]);
  });

  test("a record that becomes incomplete keeps its last good version, and leaves the list when it is mended", async () => {
    it.vendor.set("relations", relations(3));
    await sync(it);
    it.vendor.set("relations", [relation(0), skipped(1, "missingCity", "city"), relation(2)]);
    const run = await sync(it, { trigger: "nightly" });
    expect(run.counters["relations"]).toEqual(counts({ read: 3, unchanged: 2, skipped: 1 }));
    expect(await it.db.prisma.relation.count({ where: { active: true } })).toBe(3);
    expect(await it.db.prisma.skippedRecord.findMany()).toMatchObject([{ externalId: "10001", reason: "missingCity", field: "city" }]);
    it.vendor.set("relations", relations(3));
    expect((await sync(it)).counters["relations"]).toEqual(counts({ read: 1, unchanged: 1 }));
    expect(await it.db.prisma.skippedRecord.count()).toBe(0);
  });
});

describe("delivery addresses", () => {
  test("come along with their relation, and not without it", async () => {
    it.vendor.set("relations", [relation(1), skipped(2, "blocked")]);
    it.vendor.set("deliveryAddresses", [address(1), address(2)]);
    const run = await sync(it);
    expect(run.counters["deliveryAddresses"]).toEqual(counts({ read: 2, created: 1, skipped: 1 }));
    expect(await it.db.prisma.skippedRecord.findFirst({ where: { kind: "deliveryAddresses" } })).toMatchObject({ externalId: "10002/1", reason: "relationNotImported" });
    it.vendor.alwaysComplete = ["deliveryAddresses"];
    it.vendor.set("relations", [relation(1), relation(2)]);
    expect((await sync(it)).counters["deliveryAddresses"]).toEqual(counts({ read: 2, created: 1, unchanged: 1 }));
    expect(await it.db.prisma.skippedRecord.count()).toBe(0);
  });

  test("go with a relation that is blocked, and come back with it", async () => {
    it.vendor.alwaysComplete = ["deliveryAddresses"];
    it.vendor.set("relations", relations(3));
    it.vendor.set("deliveryAddresses", [address(1), address(2)]);
    await sync(it);
    it.vendor.set("relations", [relation(0), skipped(1, "blocked"), relation(2)]);
    const run = await sync(it);
    expect(run.counters).toMatchObject({ relations: counts({ read: 1, skipped: 1, deactivated: 1 }), deliveryAddresses: { deactivated: 1 } });
    expect(await it.db.prisma.deliveryAddress.findMany({ where: { active: false } })).toMatchObject([{ inactiveReason: "relationNotImported" }]);
    it.vendor.set("relations", relations(3));
    await sync(it);
    expect(await it.db.prisma.deliveryAddress.count({ where: { active: true } })).toBe(2);
    expect(await it.db.prisma.relation.count({ where: { active: true, inactiveReason: null } })).toBe(3);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FetchedRecords } from "@/lib/connectors/look-up";
import { address, contact, marked, material, numberOf, relation, relations, skipped } from "@/lib/sync/fixtures/source-records";
import { connectPaged, counts, createTestEngine, readRun, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { writeChanges } from "@/lib/sync/write-changes";

let it: TestEngine;
beforeEach(async () => {
  it = await connectPaged(await createTestEngine());
});
afterEach(() => it.close());

const change = (parts: Partial<FetchedRecords>): FetchedRecords => ({ records: [], gone: [], ...parts });
const write = (parts: Partial<FetchedRecords>) => writeChanges(it.engine, { connectionId: it.connectionId, change: change(parts), origin: { trigger: "webhook", deliveries: 1 } });
const relationsAre = (...records: FetchedRecords["records"][number]["records"]) => ({ records: [{ kind: "relations" as const, records }] });
const stored = (index: number) => it.db.prisma.relation.findFirst({ where: { debtorNumber: numberOf(index) } });
/** Every row that lasts, with its version. */
async function fingerprint() {
  const tables = ["relation", "delivery_address", "contact", "material", "external_link", "skipped_record", "sync_run", "sync_run_import", "log_entry", "import_checkpoint"];
  const { rows } = await it.db.pool.query(tables.map((table) => `SELECT '${table}' AS name, count(*)::int, max(xmin::text::bigint) AS last FROM ${table}`).join(" UNION ALL "));
  return rows;
}

describe("a change that the vendor told of", () => {
  beforeEach(async () => {
    it.vendor.set("relations", relations(3));
    it.vendor.set("deliveryAddresses", [address(1)]);
    it.vendor.set("contacts", [contact(1, 11), contact(1, 12)]);
    it.vendor.set("materials", [material(1)]);
    await sync(it);
  });

  test("is written as a page would be, and stands in the history as a run that is over, with its counters", async () => {
    const { runId, changed } = await write(relationsAre(relation(1, { city: "Zeist" }), relation(7)));
    expect(changed).toBe(2);
    expect(await stored(1)).toMatchObject({ city: "Zeist" });
    expect(await stored(7)).toMatchObject({ active: true });
    const run = await readRun(it, runId ?? "");
    expect(run).toMatchObject({ trigger: "webhook", state: "succeeded", kinds: ["relations"], requestedBy: null, counters: { relations: counts({ read: 2, created: 1, changed: 1 }) } });
    expect(run.finishedAt).not.toBeNull();
    expect(await it.db.prisma.logEntry.findUnique({ where: { id: run.id } })).toMatchObject({ messageKey: "sync.succeeded", params: { trigger: "webhook", created: 1, changed: 1 }, detail: { deliveries: 1 } });
    expect(await it.db.prisma.logEntry.findFirst({ where: { runId: run.id, operation: "import.finished" } })).toMatchObject({ detail: { created: [numberOf(7)], changed: [numberOf(1)] } });
  });

  test("that changes nothing writes nothing at all", async () => {
    const before = await fingerprint();
    expect(await write({ records: [{ kind: "relations", records: [relation(1)] }, { kind: "deliveryAddresses", records: [address(1)] }], gone: [{ kind: "materials", externalId: "never seen" }] })).toEqual({ runId: null, changed: 0 });
    expect(await fingerprint()).toEqual(before);
  });

  test("takes away what no longer exists, and what hung under it", async () => {
    const { runId, changed } = await write({ gone: [{ kind: "relations", externalId: numberOf(1) }, { kind: "materials", externalId: "M1" }] });
    expect(changed).toBe(5);
    expect(await stored(1)).toMatchObject({ active: false, inactiveReason: "gone" });
    expect(await it.db.prisma.contact.findMany({ select: { inactiveReason: true } })).toEqual([{ inactiveReason: "relationNotImported" }, { inactiveReason: "relationNotImported" }]);
    expect((await readRun(it, runId ?? "")).counters).toMatchObject({ relations: { deactivated: 1 }, deliveryAddresses: { deactivated: 1 }, contacts: { deactivated: 2 }, materials: { deactivated: 1 } });
  });

  test("takes away what no longer meets the rules, keeps what has become incomplete, and lists both", async () => {
    await write(relationsAre(skipped(1, "blocked"), skipped(2, "missingCity", "city")));
    expect([(await stored(1))?.active, (await stored(2))?.active]).toEqual([false, true]);
    expect(await it.db.prisma.skippedRecord.findMany({ orderBy: { externalId: "asc" }, select: { externalId: true, reason: true } })).toEqual([{ externalId: numberOf(1), reason: "blocked" }, { externalId: numberOf(2), reason: "missingCity" }]);
    await write(relationsAre(relation(1), relation(2)));
    expect([(await stored(1))?.active, await it.db.prisma.skippedRecord.count()]).toEqual([true, 0]);
    await write(relationsAre(skipped(2, "missingCity", "city")));
    await write({ gone: [{ kind: "relations", externalId: numberOf(2) }] });
    expect(await it.db.prisma.skippedRecord.count()).toBe(0);
  });

  test("may hold everything under a relation: what is not among it has gone", async () => {
    const { changed } = await write({ records: [{ kind: "contacts", records: [contact(1, 11), contact(1, 13)], within: [numberOf(1)] }] });
    expect(changed).toBe(2);
    expect(await it.db.prisma.contact.findMany({ orderBy: { code: "asc" }, select: { code: true, active: true } })).toEqual([{ code: "11", active: true }, { code: "12", active: false }, { code: "13", active: true }]);
  });

  test("of an import that is switched off, or for a connection that is cut, writes nothing", async () => {
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { settings: { imports: { materials: true } } } });
    const before = await fingerprint();
    expect(await write({ ...relationsAre(relation(1, { city: "Zeist" })), gone: [{ kind: "contacts", externalId: "11" }] })).toEqual({ runId: null, changed: 0 });
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "disconnected" } });
    expect(await write({ records: [{ kind: "materials", records: [material(1, { name: "Other" })] }] })).toEqual({ runId: null, changed: 0 });
    expect(await fingerprint()).toEqual(before);
  });
});

describe("beside a sync under way", () => {
  /** Between reading a page and writing it: what the vendor tells of then is newer than the page. */
  async function tellWhileReading(what: () => Promise<unknown>): Promise<void> {
    it.vendor.beforePage = async () => {
      it.vendor.beforePage = () => {};
      await what();
    };
    await sync(it, { trigger: "nightly", kinds: ["relations"] });
  }
  beforeEach(async () => {
    it.vendor.pageSize = 1000;
    it.vendor.set("relations", relations(30).map((one) => marked(one, "v1")));
    await sync(it, { kinds: ["relations"] });
  });

  test("a record is not put back by a page that was read before, and the next sync has the last word", async () => {
    await tellWhileReading(() => write(relationsAre(marked(relation(4, { city: "Zeist" }), "v2"))));
    expect(await stored(4)).toMatchObject({ city: "Zeist" });
    expect(await it.db.prisma.externalLink.findFirst({ where: { externalId: numberOf(4) } })).toMatchObject({ version: "v2" });
    await sync(it, { trigger: "nightly", kinds: ["relations"] });
    expect(await stored(4)).toMatchObject({ city: "Utrecht" });
  });

  test("a record that was deleted meanwhile does not come back, and a new one does not go", async () => {
    await tellWhileReading(() => write({ ...relationsAre(relation(40)), gone: [{ kind: "relations", externalId: numberOf(4) }] }));
    expect(await stored(4)).toMatchObject({ active: false, inactiveReason: "gone" });
    expect(await stored(40)).toMatchObject({ active: true });
  });

  test("changes of one connection are written one after the other, whichever came first", async () => {
    const cities = Array.from({ length: 8 }, (_, index) => `City ${index}`);
    const written = await Promise.all(cities.map((city) => write(relationsAre(relation(4, { city }), relation(5, { city })))));
    expect(written.every(({ changed }) => changed === 2)).toBe(true);
    expect((await stored(4))?.city).toBe((await stored(5))?.city);
  });
});

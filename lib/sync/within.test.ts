import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SourceRecord } from "@/lib/connectors/records";
import { AppError } from "@/lib/errors";
import { advanceImport } from "@/lib/sync/advance-import";
import { claimRun } from "@/lib/sync/claim-run";
import { address, category, contact, marked, numberOf, relation, relations, skipped } from "@/lib/sync/fixtures/source-records";
import { connectPaged, counts, createTestEngine, readRun, request, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let it: TestEngine;
beforeEach(async () => {
  it = await connectPaged(await createTestEngine());
});
afterEach(() => it.close());

const names = async (active: boolean) => (await it.db.prisma.contact.findMany({ where: { active }, orderBy: { code: "asc" } })).map(({ name }) => name);
const below = (index: number) => it.db.prisma.externalLink.findFirstOrThrow({ where: { kind: "relations", externalId: numberOf(index) } });
const asked = () => it.vendor.askedBelow.splice(0);
/** Versions of everything that lasts but the marks of when a relation was read below. */
async function fingerprint() {
  const { rows } = await it.db.pool.query(
    `SELECT (SELECT array_agg((id, xmin::text)::text ORDER BY id) FROM contact) AS contacts, (SELECT array_agg((id, xmin::text)::text ORDER BY id) FROM relation) AS relations,
       (SELECT array_agg((external_id, hash, version, changed_at)::text ORDER BY kind, external_id) FROM external_link) AS links, (SELECT count(*) FROM skipped_record) AS skipped`,
  );
  return rows;
}

test("categories come in, change and go like every other kind", async () => {
  it.vendor.set("categories", [category(1), category(2)]);
  expect((await sync(it, { kinds: ["categories"] })).counters).toEqual({ categories: counts({ read: 2, created: 2 }) });
  it.vendor.set("categories", [category(1, { name: "Kabel", description: "Alles mit Adern" })]);
  expect((await sync(it, { kinds: ["categories"], trigger: "nightly" })).counters).toEqual({ categories: counts({ read: 1, changed: 1, deactivated: 1 }) });
  expect(await it.db.prisma.category.findMany({ orderBy: { code: "asc" } })).toMatchObject([{ name: "Kabel", description: "Alles mit Adern", active: true }, { active: false, inactiveReason: "gone" }]);
});

describe("what hangs under relations", () => {
  test("arrives under its relation, and a relation that is not imported has none", async () => {
    it.vendor.set("relations", [relation(1), relation(2)]);
    it.vendor.set("contacts", [contact(1, 11), contact(1, 12), contact(2, 21)]);
    const run = await sync(it);
    expect(run).toMatchObject({ state: "succeeded", counters: { contacts: counts({ read: 3, created: 3 }) } });
    expect(await it.db.prisma.relation.findFirst({ where: { debtorNumber: numberOf(1) }, include: { contacts: { orderBy: { code: "asc" } } } })).toMatchObject({ contacts: [{ name: "Person 11" }, { name: "Person 12" }] });
    expect(await below(1)).toMatchObject({ belowReadAt: expect.any(Date) });
  });

  test("is gone when a page of its relation no longer has it; others stay, and it comes back", async () => {
    it.vendor.set("relations", [relation(1), relation(2)]);
    it.vendor.set("contacts", [contact(1, 11), contact(1, 12), contact(2, 21)]);
    await sync(it);
    it.vendor.set("contacts", [contact(1, 11), contact(2, 21)]);
    expect((await sync(it)).counters["contacts"]).toEqual(counts({ read: 2, unchanged: 2, deactivated: 1 }));
    expect(await it.db.prisma.contact.findFirst({ where: { active: false } })).toMatchObject({ name: "Person 12", inactiveReason: "gone" });
    it.vendor.set("contacts", [contact(1, 11), contact(1, 12), contact(2, 21)]);
    expect((await sync(it)).counters["contacts"]).toEqual(counts({ read: 3, changed: 1, unchanged: 2 }));
    expect(await names(false)).toEqual([]);
  });

  test("and cannot be imported leaves the list Not imported when it is gone, and with its relation; others stay", async () => {
    const nameless = (index: number, number: number): SourceRecord => ({ outcome: "skip", externalId: String(number), label: "", reason: "missingName", below: numberOf(index) });
    const listed = async () => (await it.db.prisma.skippedRecord.findMany({ where: { kind: "contacts" }, orderBy: { externalId: "asc" } })).map(({ externalId }) => externalId);
    it.vendor.set("relations", relations(4));
    it.vendor.set("contacts", [nameless(1, 11), nameless(1, 12), nameless(2, 21), nameless(3, 31)]);
    await sync(it);
    expect(await listed()).toEqual(["11", "12", "21", "31"]);
    it.vendor.set("contacts", [nameless(1, 12), nameless(2, 21), nameless(3, 31)]);
    await sync(it);
    expect(await listed()).toEqual(["12", "21", "31"]);
    it.vendor.set("relations", [relation(0), relation(1), skipped(2, "blocked"), relation(3)]);
    it.vendor.belowPerPass = 1;
    await sync(it);
    expect(await listed()).toEqual(["12", "31"]);
    await sync(it);
    expect(await listed()).toEqual(["12", "31"]);
  });

  test("writes nothing but when it was read, where nothing changed", async () => {
    it.vendor.set("relations", relations(3));
    it.vendor.set("contacts", [contact(1, 11), contact(2, 21)]);
    await sync(it);
    const [before, { belowReadAt }] = [await fingerprint(), await below(1)];
    const run = await sync(it, { trigger: "nightly" });
    expect(run.counters["contacts"]).toEqual(counts({ read: 2, unchanged: 2 }));
    expect(await fingerprint()).toEqual(before);
    expect((await below(1)).belowReadAt?.getTime()).toBeGreaterThan(belowReadAt?.getTime() ?? Infinity);
  });

  test("goes with its relation and is read first when that comes back", async () => {
    it.vendor.set("relations", relations(3));
    it.vendor.set("deliveryAddresses", [address(1)]);
    it.vendor.set("contacts", [contact(1, 11), contact(2, 21)]);
    await sync(it);
    it.vendor.set("relations", [relation(0), skipped(1, "blocked"), relation(2)]);
    expect((await sync(it)).counters).toMatchObject({ relations: { deactivated: 1 }, contacts: { deactivated: 1 } });
    expect(await it.db.prisma.contact.findFirst({ where: { active: false } })).toMatchObject({ name: "Person 11", inactiveReason: "relationNotImported" });
    it.vendor.set("relations", relations(3));
    asked();
    it.vendor.belowPerPass = 1;
    await sync(it);
    expect(asked()).toEqual([`new ${numberOf(1)}`]);
    expect(await names(false)).toEqual([]);
  });

  test("asks a person before too much goes, over all pages of a pass, and reads it again after a yes", async () => {
    it.vendor.set("relations", relations(30));
    it.vendor.set("contacts", Array.from({ length: 30 }, (_, index) => contact(index, 100 + index)));
    await sync(it);
    it.vendor.set("contacts", Array.from({ length: 10 }, (_, index) => contact(index, 100 + index)));
    const stopped = await sync(it, { kinds: ["contacts"] });
    expect(stopped.state).toBe("stopped");
    expect(stopped.imports).toMatchObject([{ kind: "contacts", deactivated: 10, guard: { wouldGo: 10, of: 20 } }]);
    const unchanged = Array.from({ length: 10 }, (_, index) => String(100 + index));
    expect(await it.db.prisma.logEntry.findMany({ where: { runId: stopped.id, operation: "import.stopped" } })).toMatchObject([{ detail: { unchanged } }]);
    expect((await names(true)).length).toBe(20);
    const confirmed = await sync(it, { kinds: ["contacts"], trigger: "manual", confirmedKinds: ["contacts"] });
    expect(confirmed).toMatchObject({ state: "succeeded", counters: { contacts: { deactivated: 10 } } });
    expect((await names(true)).length).toBe(10);
  });
});

describe("which relations are due", () => {
  const rest = [relation(3), relation(4)].map((one) => marked(one, "v1"));

  test("first new ones, then those whose version moved, then those read longest ago; none twice in a run", async () => {
    it.vendor.set("relations", [marked(relation(1), "v1"), marked(relation(2), "v1")]);
    await sync(it);
    expect(asked()).toEqual([`new ${numberOf(1)}`, `new ${numberOf(2)}`]);
    it.vendor.set("relations", [marked(relation(1), "v1"), marked(relation(2), "v2"), ...rest]);
    it.vendor.belowPerPass = 3;
    await sync(it);
    expect(asked()).toEqual([`new ${numberOf(3)}`, `new ${numberOf(4)}`, `changed ${numberOf(2)}`]);
    it.vendor.belowPerPass = 2;
    await sync(it);
    expect(asked()).toEqual([`oldest ${numberOf(1)}`, `oldest ${numberOf(3)}`]);
  });

  test("a version that moved is no change of the relation", async () => {
    it.vendor.set("relations", [marked(relation(1), "v1")]);
    await sync(it, { kinds: ["relations"] });
    const rows = async () => (await it.db.pool.query("SELECT id, xmin::text FROM relation")).rows;
    const [before, link] = [await rows(), await below(1)];
    it.vendor.set("relations", [marked(relation(1), "v2")]);
    expect((await sync(it, { kinds: ["relations"] })).counters["relations"]).toEqual(counts({ read: 1, unchanged: 1 }));
    expect(await rows()).toEqual(before);
    expect(await below(1)).toMatchObject({ version: "v2", changedAt: link.changedAt, hash: link.hash });
  });

  test("a step that broke off goes on with the relation it had not read, and asks for none twice", async () => {
    it.vendor.set("relations", relations(5));
    it.vendor.set("contacts", [contact(0, 1), contact(4, 5)]);
    await sync(it, { kinds: ["relations"] });
    it.vendor.beforePage = ({ number }) => {
      if (number !== 3) return;
      it.vendor.beforePage = () => {};
      throw new AppError("vendor_slow", { kind: "transient" });
    };
    const { runId } = await request(it, { kinds: ["contacts"] });
    const { fence } = (await claimRun(it.engine, it.connectionId, "worker")) ?? { fence: 0 };
    const states: string[] = [];
    do states.push((await advanceImport(it.engine, { runId, fence, retrieval: "contacts", attempt: 0, isLastTry: false })).state);
    while (states.at(-1) !== "done");
    expect(states).toEqual(["more", "more", "more", "retry", "more", "more", "done"]);
    expect((await readRun(it, runId)).counters["contacts"]).toEqual(counts({ read: 2, created: 2 }));
    expect(asked()).toEqual([0, 1, 2, 3, 4].map((index) => `new ${numberOf(index)}`));
  });
});

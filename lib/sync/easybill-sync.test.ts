import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeData } from "@/e2e/sandbox/easybill/generator/describe";
import { startEasybillSandbox, type EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import type { PassEvent, Retrieval } from "@/lib/connectors/connector";
import { createEasybillConnector } from "@/lib/connectors/easybill/connector";
import { importKinds, type ImportKind } from "@/lib/connectors/record-kinds";
import { seal } from "@/lib/crypto/seal";
import { connectAccount, counts, createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

const size = { customers: 1_050, positions: 200, logins: 5 };
const { customers, positions, ...lists } = describeData(size).business;
const imported = customers.rows - customers.kinds.archived - customers.kinds.withoutName - customers.kinds.withoutNumber;

let sandbox: EasybillSandbox;
let it: TestEngine;
/** What happens at EasyBill after a page was read. */
let betweenPages: (() => Promise<void>) | null = null;
beforeAll(async () => {
  sandbox = await startEasybillSandbox({ ...size, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
  it = await createTestEngine({ rateWindow: 1 });
  const easybill = createEasybillConnector(() => ({ apiUrl: sandbox.apiUrl }));
  const watched = { ...easybill, retrievals: easybill.retrievals.map((one) => ({ ...one, read: (...[context, pass]: Parameters<Retrieval["read"]>) => watch(one.read(context, pass)) })) };
  it.engine = { ...it.engine, findConnector: (id) => (id === "easybill" ? watched : null) };
  it.connectionId = await connectAccount(it.engine, it.accountId, "easybill", importKinds.filter((kind) => kind !== "warehouses"));
  await enterKey(sandbox.keys.business);
});
afterAll(async () => {
  await it.close();
  await sandbox.stop();
});

async function* watch(events: AsyncIterable<PassEvent>): AsyncGenerator<PassEvent> {
  for await (const event of events) {
    yield event;
    await betweenPages?.();
  }
}

async function enterKey(key: string, plan = "business"): Promise<void> {
  const { accountId, connectionId } = it;
  const apiKey = seal(key, { accountId, connectionId, field: "apiKey" }, it.engine.keyRing);
  await it.db.prisma.connection.update({ where: { id: connectionId }, data: { login: { plan }, secrets: { apiKey }, administration: null, administrations: [], state: "connected", stateReason: null } });
}

const withoutContacts: ImportKind[] = ["relations", "categories", "materials", "hourTypes", "employees"];

describe("1,050 customers with a dozen kinds of flaw", () => {
  test("are counted exactly, by as many requests as it must be", async () => {
    const run = await sync(it, { kinds: withoutContacts });
    expect(run.state).toBe("succeeded");
    const { PRODUCT: product, SERVICE: service } = positions;
    const leftOut = ({ archived, withoutNumber, withoutDescription }: typeof product) => archived + withoutNumber + withoutDescription;
    expect(run.counters).toEqual({
      relations: counts({ read: customers.rows, created: imported, skipped: customers.rows - imported }),
      deliveryAddresses: expect.objectContaining({ failed: 0, deactivated: 0 }),
      categories: counts({ read: lists.positionGroups, created: lists.positionGroups }),
      materials: counts({ read: product.rows, created: product.rows - leftOut(product), skipped: leftOut(product) }),
      hourTypes: counts({ read: service.rows, created: service.rows - leftOut(service), skipped: leftOut(service) }),
      employees: counts({ read: lists.logins, created: lists.logins }),
    });
    expect(run.requests).toBe(6);
    const { _count: groups } = await it.db.prisma.material.aggregate({ _count: { group: true } });
    expect(groups.group).toBeGreaterThan(0);
    expect(await it.db.prisma.skippedRecord.count({ where: { kind: "relations", reason: "archived" } })).toBe(customers.kinds.archived);
  });

  test("read again, write no row", async () => {
    const versions = async () => {
      const tables = ["relation", "delivery_address", "category", "material", "hour_type", "employee", "external_link", "skipped_record"];
      const { rows } = await it.db.pool.query(tables.map((table) => `SELECT '${table}' AS name, count(*)::int, sum(xmin::text::bigint)::text FROM ${table}`).join(" UNION ALL "));
      return rows;
    };
    const before = await versions();
    const run = await sync(it, { kinds: withoutContacts });
    for (const one of run.imports) expect(one).toMatchObject({ created: 0, changed: 0, deactivated: 0, failed: 0 });
    expect(await versions()).toEqual(before);
  });

  test("one that is changed, one that is archived and one that has gone are noticed; an archived one that comes back, too", async () => {
    const [changed, archived, gone] = await it.db.prisma.externalLink.findMany({ where: { kind: "relations" }, orderBy: { externalId: "asc" }, skip: 20, take: 3 });
    const act = (fields: Record<string, unknown>, link: typeof changed) => ({ act: "change" as const, table: "customers" as const, id: Number(link?.externalId), fields });
    await sandbox.act([act({ city: "Köln", delivery_street: "Hof 1", delivery_city: "Bonn" }, changed), act({ archived: true }, archived), { act: "remove", table: "customers", id: Number(gone?.externalId) }]);
    const run = await sync(it, { kinds: ["relations"] });
    expect(run.counters["relations"]).toMatchObject({ created: 0, changed: 1, deactivated: 2 });
    const read = (link: typeof changed) => it.db.prisma.relation.findUniqueOrThrow({ where: { id: link?.localId ?? "" }, include: { addresses: true } });
    expect(await read(changed)).toMatchObject({ city: "Köln", addresses: [{ street: "Hof 1", city: "Bonn", active: true }] });
    expect(await read(archived)).toMatchObject({ active: false, inactiveReason: "archived" });
    expect(await read(gone)).toMatchObject({ active: false, inactiveReason: "gone" });
    await sandbox.act([act({ archived: false }, archived), act({ delivery_street: null, delivery_city: null }, changed)]);
    await sync(it, { kinds: ["relations"] });
    expect(await read(archived)).toMatchObject({ active: true });
    expect(await read(changed)).toMatchObject({ addresses: [{ active: false }] });
  });

  test.each([
    ["goes", []],
    ["goes, and another one comes", [{ act: "create" as const, table: "customers" as const, fields: { company_name: "Neu", last_name: null } }]],
  ])("one that %s while the list is read takes nobody along who slipped to the page before", async (_, others) => {
    const active = async () => (await it.db.prisma.relation.findMany({ where: { active: true }, select: { id: true } })).map(({ id }) => id);
    const before = await active();
    const first = await it.db.prisma.externalLink.findFirstOrThrow({ where: { kind: "relations", localId: { in: before } }, orderBy: { externalId: "asc" } });
    betweenPages = async () => {
      betweenPages = null;
      await sandbox.act([{ act: "remove", table: "customers", id: Number(first.externalId) }, ...others]);
    };
    const { counters } = await sync(it, { kinds: ["relations"] });
    const after = await active();
    expect(before.filter((id) => id !== first.localId && !after.includes(id))).toEqual([]);
    expect(counters["relations"]).toMatchObject({ created: others.length, changed: 0, failed: 0 });
    await sync(it, { kinds: ["relations"] });
    const settled = await active();
    expect(before.filter((id) => !settled.includes(id))).toEqual([first.localId]);
    expect(settled).toHaveLength(before.length - 1 + others.length);
  });
});

describe("contact persons", () => {
  const read = async () => (await sync(it, { kinds: ["contacts"] })).counters["contacts"];

  test("come in portions, first those of new customers, then in turn", async () => {
    await enterKey(sandbox.keys.business, "plus");
    const requests = async () => (await sandbox.requests({ operation: "listContacts" })).length;
    const readUnder = () => it.db.prisma.externalLink.count({ where: { kind: "relations", belowReadAt: { not: null } } });
    for (const total of [60, 120]) {
      await read();
      expect([await readUnder(), await requests()]).toEqual([total, total]);
    }
    expect(await it.db.prisma.contact.count()).toBeGreaterThan(20);
    // As if all others had been read long ago.
    await it.db.pool.query("UPDATE external_link SET below_read_at = '2026-01-01', below_version = version WHERE kind = 'relations' AND below_read_at IS NULL");
    expect(await read()).toMatchObject({ failed: 0 });
    expect(await requests()).toBe(120 + 12);
    const longAgo = await it.db.prisma.externalLink.count({ where: { kind: "relations", belowReadAt: new Date("2026-01-01") } });
    expect(longAgo).toBe((await it.db.prisma.externalLink.count({ where: { kind: "relations" } })) - 132);
  });

  test("of a customer that moved are read at once, and one that is gone leaves", async () => {
    const { code } = await it.db.prisma.contact.findFirstOrThrow({ where: { active: true } });
    const contact = (await sandbox.contacts()).find(({ id }) => String(id) === code);
    const mine = () => it.db.prisma.contact.findFirst({ where: { code } });
    await sandbox.act([
      { act: "remove", table: "contacts", id: contact?.id ?? 0 },
      { act: "change", table: "customers", id: contact?.customer_id ?? 0, fields: { note: "moved" } },
    ]);
    await sync(it, { kinds: ["relations"] });
    await read();
    expect(await mine()).toMatchObject({ active: false, inactiveReason: "gone" });
  });
});

test("a revoked key asks for a person, and with a new one it goes on", async () => {
  await sandbox.revokeKey();
  const active = await it.db.prisma.relation.count({ where: { active: true } });
  expect(await sync(it, { kinds: withoutContacts })).toMatchObject({ state: "failed", error: { code: "authentication_expired" } });
  expect(await it.db.prisma.connection.findUnique({ where: { id: it.connectionId } })).toMatchObject({ state: "action_required", stateReason: "authentication_expired" });
  await enterKey(await sandbox.renewKey());
  expect(await sync(it, { kinds: withoutContacts })).toMatchObject({ state: "succeeded" });
  expect(await it.db.prisma.relation.count({ where: { active: true } })).toBe(active);
});

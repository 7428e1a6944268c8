import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startEasybillSandbox, type EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { createEasybillConnector } from "@/lib/connectors/easybill/connector";
import type { WantedRecord } from "@/lib/connectors/look-up";
import { seal } from "@/lib/crypto/seal";
import { connectAccount, createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { writeChanges } from "@/lib/sync/write-changes";
import { openVendorContext } from "@/lib/vendor/open-context";

let sandbox: EasybillSandbox;
let it: TestEngine;
const connector = createEasybillConnector(() => ({ apiUrl: sandbox.apiUrl }));

beforeAll(async () => {
  sandbox = await startEasybillSandbox({ customers: 60, positions: 40, logins: 3, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
  it = await createTestEngine({ rateWindow: 400, syncIntervalMinutes: 1 });
  it.engine = { ...it.engine, findConnector: (id) => (id === "easybill" ? connector : null) };
  it.connectionId = await connectAccount(it.engine, it.accountId, "easybill", connector.manifest.imports);
  const apiKey = seal(sandbox.keys.business, { accountId: it.accountId, connectionId: it.connectionId, field: "apiKey" }, it.engine.keyRing);
  await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { administration: null, administrations: [], login: { plan: "business" }, secrets: { apiKey } } });
  await sync(it);
});
afterAll(async () => {
  await it.close();
  await sandbox.stop();
});

/** What stands at EasyBill now, written as a change that it told of. */
async function tell(wanted: WantedRecord) {
  const { engine, connectionId } = it;
  const connection = await it.db.prisma.connection.findUniqueOrThrow({ where: { id: connectionId } });
  const signal = new AbortController().signal;
  const context = openVendorContext(it.db, engine.timing, connection, { signal, keyRing: engine.keyRing, requestsPerMinute: 60, recordExchange: () => {}, purpose: "webhook" });
  const change = await connector.lookUp?.read(context, wanted);
  if (!change) throw new Error("EasyBill can be asked for single records");
  return writeChanges(engine, { connectionId, change, origin: { trigger: "webhook", deliveries: 1 } });
}
const silently = { silently: true };
const linkOf = (kind: "relations" | "contacts" | "materials" | "hourTypes", where: { localId?: string; externalId?: string } = {}) =>
  it.db.prisma.externalLink.findFirstOrThrow({ where: { kind, ...where }, orderBy: { externalId: "desc" } });

describe("what EasyBill tells of", () => {
  test("a customer: changed, archived, and back", async () => {
    const { externalId, localId } = await linkOf("relations");
    const [id, subject] = [Number(externalId), { kind: "relations", externalId } as const];
    const relation = () => it.db.prisma.relation.findUnique({ where: { id: localId } });
    await sandbox.act([{ act: "change", table: "customers", id, fields: { city: "Görlitz" } }], silently);
    expect(await tell(subject)).toMatchObject({ changed: 1, runId: expect.any(String) });
    expect(await relation()).toMatchObject({ city: "Görlitz" });
    expect(await tell(subject)).toEqual({ changed: 0, runId: null });
    await sandbox.act([{ act: "change", table: "customers", id, fields: { archived: true }, raw: true }], silently);
    await tell(subject);
    expect(await relation()).toMatchObject({ active: false, inactiveReason: "archived" });
    await sandbox.act([{ act: "change", table: "customers", id, fields: { archived: false }, raw: true }], silently);
    await tell(subject);
    expect(await relation()).toMatchObject({ active: true, inactiveReason: null });
  });

  test("a contact person that was deleted goes, the others of the customer stay", async () => {
    const contacts = await it.db.prisma.contact.findMany({ where: { active: true }, include: { relation: { include: { contacts: { where: { active: true } } } } } });
    const contact = contacts.find(({ relation }) => relation.contacts.length > 1);
    if (!contact) throw new Error("No customer has two contact persons");
    const [parent, { externalId }] = [await linkOf("relations", { localId: contact.relationId }), await linkOf("contacts", { localId: contact.id })];
    await sandbox.act([{ act: "remove", table: "contacts", id: Number(externalId) }], silently);
    expect(await tell({ kind: "contacts", externalId, parentId: parent.externalId })).toMatchObject({ changed: 1 });
    expect(await it.db.prisma.contact.findUnique({ where: { id: contact.id } })).toMatchObject({ active: false, inactiveReason: "gone" });
    expect(await it.db.prisma.contact.count({ where: { relationId: contact.relationId, active: true } })).toBe(contact.relation.contacts.length - 1);
  });

  test("a contact person without a name stands under Not imported until a sync no longer finds it", async () => {
    const { externalId: customer } = await linkOf("relations", { externalId: String((await sandbox.customers()).find(({ archived }) => !archived)?.id) });
    const listed = () => it.db.prisma.skippedRecord.findMany({ where: { kind: "contacts", connectionId: it.connectionId, below: customer }, select: { externalId: true, reason: true } });
    const [id = 0] = await sandbox.act([{ act: "create", table: "contacts", customerId: Number(customer), fields: { first_name: "", last_name: "", street: "", city: "", department: "Einkauf" } }], silently);
    await tell({ kind: "contacts", externalId: String(id), parentId: customer });
    expect(await listed()).toEqual([{ externalId: String(id), reason: "missingName" }]);
    await sandbox.act([{ act: "remove", table: "contacts", id }, { act: "change", table: "customers", id: Number(customer), fields: { city: "Zittau" } }], silently);
    // Customers that were never read come first.
    for (let pass = 0; pass < 6 && (await listed()).length > 0; pass += 1) await sync(it, { kinds: ["relations", "contacts"] });
    expect(await listed()).toEqual([]);
  });

  test("a product that becomes a service is an hour type from then on, and no material", async () => {
    const { externalId, localId } = await linkOf("materials");
    await sandbox.act([{ act: "change", table: "positions", id: Number(externalId), fields: { type: "SERVICE" } }], silently);
    expect(await tell({ kind: "materials", externalId })).toMatchObject({ changed: 2 });
    expect(await it.db.prisma.material.findUnique({ where: { id: localId } })).toMatchObject({ active: false });
    const { localId: hourTypeId } = await linkOf("hourTypes", { externalId });
    expect(await it.db.prisma.hourType.findUnique({ where: { id: hourTypeId } })).toMatchObject({ active: true });
  });
});

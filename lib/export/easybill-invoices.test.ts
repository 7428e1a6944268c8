import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEasybillSandbox, type EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import type { ExportSettings } from "@/lib/connectors/connector";
import { createEasybillConnector } from "@/lib/connectors/easybill/connector";
import { easybillSettingsSchema } from "@/lib/connectors/easybill/settings-schema";
import { seal } from "@/lib/crypto/seal";
import type { ExportEngine } from "@/lib/export/engine";
import { exportNext } from "@/lib/export/export-next";
import { makeDueAll } from "@/lib/export/make-due";
import { previewExport } from "@/lib/export/preview-export";
import { readDocumentChanges } from "@/lib/export/read-document-changes";
import { requestExport } from "@/lib/export/request-export";
import { createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { ensureVendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";

let sandbox: EasybillSandbox;
let it: TestEngine & { engine: ExportEngine; sendId: string };
/** By how much the clock here is ahead of the machine's (milliseconds). */
let ahead = 0;

beforeAll(async () => {
  sandbox = await startEasybillSandbox({ customers: 5, positions: 10, contacts: false, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
  const base = await createTestEngine();
  const easybill = createEasybillConnector(() => ({ apiUrl: sandbox.apiUrl }));
  const connector = { ...easybill, manifest: { ...easybill.manifest, requestsPerMinute: () => 1_000_000 } };
  const engine: ExportEngine = { ...base.engine, timing: { ...base.engine.timing, now: () => new Date(Date.now() + ahead), rateWindow: 1_000 }, findConnector: (id) => (id === "easybill" ? connector : null) };
  const { accountId, db } = base;
  const id = randomUUID();
  const secrets = { apiKey: seal(sandbox.keys.business, { accountId, connectionId: id, field: "apiKey" }, engine.keyRing) };
  await db.prisma.connection.update({ where: { id: base.connectionId }, data: { state: "disconnected" } });
  await db.prisma.licence.create({ data: { accountId, vendor: "easybill", state: "active", startedAt: new Date("2026-01-01") } });
  await db.prisma.connection.create({ data: { id, accountId, vendor: "easybill", state: "connected", login: { plan: "business" }, secrets, credentialsSetAt: new Date(), administrations: [], settings: easybillSettingsSchema.parse({}) } });
  const statuses = await db.prisma.$transaction((tx) => ensureVendorWorkStatuses(tx, { accountId, vendor: "easybill", vendorName: "EasyBill", locale: "de" }));
  it = { ...base, engine, connectionId: id, sendId: statuses.sendId };
  await sandbox.act([
    { act: "create", table: "customers", fields: { number: "70001", company_name: "Bäckerei Kornblume", last_name: "", street: "Dorfstraße 12", zip_code: "10115", city: "Berlin", emails: ["info@kornblume.example"] } },
    { act: "create", table: "customers", fields: { number: "70002", company_name: "Bau AG", last_name: "", street: "Ring 1", zip_code: "10115", city: "Berlin", tax_options: "revc" } },
    { act: "create", table: "positions", fields: { number: "4711", description: "Kühlhahn", sale_price: 1250.5, type: "PRODUCT" } },
    { act: "create", table: "positions", fields: { number: "MONT", description: "Monteurstunde", sale_price: 6250, type: "SERVICE" } },
  ]);
  await sync(it, { trigger: "manual", kinds: ["relations", "materials", "hourTypes"] });
});
afterAll(async () => {
  await it.close();
  await sandbox.stop();
});

async function setOptions(exports: ExportSettings): Promise<void> {
  const settings = easybillSettingsSchema.parse({ exports: { isOn: true, ...exports } });
  await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { settings, settingsVersion: { increment: 1 } } });
}

/** Lets time pass, here and at EasyBill. */
async function pass(milliseconds: number): Promise<void> {
  const whole = Math.max(0, Math.ceil(milliseconds));
  ahead += whole;
  await sandbox.advanceClock({ milliseconds: whole });
}

async function exportAll(): Promise<void> {
  await makeDueAll(it.engine, { connectionId: it.connectionId, trigger: "manual", requestedBy: "Femke" });
  for (let step = 0; step < 200; step += 1) {
    const advance = await exportNext(it.engine, { connectionId: it.connectionId, worker: "test" });
    if (advance.state === "idle") return;
    if (advance.state === "waits" && advance.until) await pass(advance.until.getTime() - it.engine.timing.now().getTime());
  }
  throw new Error("The exports never come to an end");
}

type Entered = Parameters<typeof enterWorkOrder>[0];
const kornblume = { debtorNumber: "70001", name: "Bäckerei Kornblume", street: "Dorfstraße", houseNumber: "12", postalCode: "10115", city: "Berlin", countryCode: "DE" };

async function place(parts: Entered = {}): Promise<string> {
  const lines = [enterMaterial({ code: "4711", name: "Kühlhahn", quantity: "3", price: null }), enterPeriod({ totalMinutes: 20, date: "2026-11-17" }), enterPeriod({ totalMinutes: 50, date: "2026-11-18", remark: "Nachgezogen" })];
  const input = enterWorkOrder({ customer: kornblume, lines, ...parts });
  return (await createWorkOrder(it.engine.db, { accountId: it.accountId, actor: null, origin: "office", input, status: "complete", workStatusId: it.sendId })).id;
}

const read = (id: string) => it.db.prisma.workOrder.findUniqueOrThrow({ where: { id }, include: { intents: { include: { journal: true } } } });
const invoicesOf = async (id: string) => {
  const { number } = await read(id);
  return (await sandbox.documents()).filter(({ external_id }) => external_id === number);
};
const preview = (workOrderId: string) => previewExport(it.engine, { accountId: it.accountId, workOrderId, connectionId: it.connectionId });

test("a completed work order becomes a final invoice, with the work order attached, and e-mailed", async () => {
  await setOptions({ finality: "final", attachment: true, email: true, paymentTerm: "14" });
  const id = await place({ workDate: "2026-11-17", endDate: "2026-11-19" });
  const shown = await preview(id);
  expect(shown).toMatchObject({ problems: [], error: null, toCreate: [], followUps: ["attachment", "finish", "email"], document: { date: "2026-11-19" }, content: { head: { document_date: "2026-11-19" } } });
  await exportAll();
  const [invoice, ...others] = await invoicesOf(id);
  expect(others).toEqual([]);
  // 3 × 12.505 and 0.33 + 0.83 hours of 62.50, with 19 per cent.
  expect(invoice).toMatchObject({ is_draft: false, number: "RE-1001", amount_net: 3752 + 2063 + 5188, service_date: { date_from: "2026-11-17", date_to: "2026-11-18" } });
  // Dated as the work ended, and due two weeks later.
  expect(invoice).toMatchObject({ document_date: "2026-11-19", due_date: "2026-12-03" });
  expect(shown.document.totals).toMatchObject({ net: "110.03", gross: `${(invoice?.amount ?? 0) / 100}` });
  expect(invoice?.items.map(({ description }) => description)).toEqual(["Kühlhahn", "Monteurstunde", "Nachgezogen"]);
  expect(await read(id)).toMatchObject({ status: "handled", intents: [{ state: "finished", documentId: String(invoice?.id), documentNumber: "RE-1001" }] });
  expect((await sandbox.attachments()).filter(({ document_id }) => document_id === invoice?.id)).toMatchObject([{ file_name: expect.stringMatching(/\.pdf$/) }]);
  expect(await sandbox.postBoxes()).toMatchObject([{ document_id: invoice?.id, to: "info@kornblume.example" }]);
});

test("the preview of a customer without VAT comes to what the invoice comes to", async () => {
  await setOptions({});
  const id = await place({ customer: { ...kornblume, debtorNumber: "70002", name: "Bau AG" } });
  const shown = await preview(id);
  expect(shown.document.totals).toMatchObject({ net: "110.03", gross: "110.03" });
  await exportAll();
  expect(await invoicesOf(id)).toMatchObject([{ is_draft: true, vat_option: "revc", amount: 11_003, amount_net: 11_003 }]);
  expect(await read(id)).toMatchObject({ status: "handled", intents: [{ documentNumber: (await read(id)).number }] });
});

test("a customer and a product that EasyBill lacks are made there once, also when answers are lost, and are the same after the next import", async () => {
  await setOptions({});
  await sandbox.setFaults([
    { kind: "reset", when: "afterCommit", only: { operation: "createCustomer" }, times: 1 },
    { kind: "serverError", when: "afterCommit", only: { operation: "createPosition" }, times: 1 },
  ]);
  const customer = { debtorNumber: null, name: "Neue Kundin GmbH", street: "Hafenweg", houseNumber: "7", postalCode: "20457", city: "Hamburg", countryCode: "DE" };
  const lines = [enterMaterial({ code: "NEU-1", name: "Sonderklappe", price: "19.95" })];
  const ids = [await place({ customer, lines }), await place({ customer, lines })];
  await exportAll();
  const [made, ...more] = (await sandbox.customers()).filter(({ company_name }) => company_name === customer.name);
  const positions = (await sandbox.positions()).filter(({ number }) => number === "NEU-1");
  expect([more, positions.length, positions[0]?.type]).toEqual([[], 1, "PRODUCT"]);
  for (const id of ids) {
    expect(await read(id)).toMatchObject({ status: "handled", customerDebtorNumber: made?.number });
    expect(await invoicesOf(id)).toMatchObject([{ customer_id: made?.id, items: [{ position_id: positions[0]?.id }] }]);
  }
  await sync(it, { trigger: "manual", kinds: ["relations", "materials"] });
  const relations = await it.db.prisma.relation.findMany({ where: { accountId: it.accountId, name: customer.name }, select: { id: true, debtorNumber: true, active: true } });
  expect(relations).toMatchObject([{ debtorNumber: made?.number, active: true }]);
  const links = await it.db.prisma.externalLink.findMany({ where: { connectionId: it.connectionId, localId: relations[0]?.id ?? "" }, select: { externalId: true } });
  expect(links).toEqual([{ externalId: String(made?.id) }]);
});

test.each(["timeout", "reset", "lateCommit"] as const)("an invoice whose answer ended in %s is there once", async (kind) => {
  await setOptions({ finality: "final" });
  const fault = kind === "lateCommit" ? ({ kind, milliseconds: 1_000, answer: "reset" } as const) : ({ kind, when: "afterCommit" } as const);
  await sandbox.setFaults([{ ...fault, only: { operation: "createDocument" }, times: 1 }]);
  const given = it.engine.timing;
  it.engine = { ...it.engine, timing: { ...given, vendorAnswerTimeout: 500, vendorIdleTimeout: 500 } };
  const id = await place();
  await exportAll();
  it.engine = { ...it.engine, timing: given };
  await sandbox.setFaults([]);
  expect(await invoicesOf(id)).toMatchObject([{ is_draft: false }]);
  expect(await read(id)).toMatchObject({ status: "handled", intents: [{ state: "finished" }] });
});

test("what EasyBill refuses, and a customer who is archived there, are said on the work order", async () => {
  await setOptions({});
  await sandbox.setFaults([{ kind: "refused", message: "items.0.description: is too long", only: { operation: "createDocument" }, times: 1 }]);
  const refused = await place();
  await exportAll();
  expect(await read(refused)).toMatchObject({ status: "complete", intents: [{ state: "rejected", problem: { problems: [{ code: "valueRefused", params: { record: "invoiceLine", field: "text", value: "Kühlhahn", line: 1, vendor: "EasyBill" } }] } }] });
  const [archived] = (await sandbox.customers()).filter(({ number }) => number === "70001");
  await sandbox.act([{ act: "change", table: "customers", id: archived?.id ?? 0, fields: { archived: true } }]);
  const blocked = await place();
  await exportAll();
  expect(await read(blocked)).toMatchObject({ status: "complete", intents: [{ state: "rejected", problem: { problems: [{ code: "relationBlocked", params: { relation: "70001" } }] } }] });
  await sandbox.act([{ act: "change", table: "customers", id: archived?.id ?? 0, fields: { archived: false } }]);
});

test("what people do with an invoice in EasyBill stands here after the next reading", async () => {
  await setOptions({ finality: "final" });
  const ids = [await place(), await place()];
  await exportAll();
  const [paid = 0, cancelled = 0] = (await Promise.all(ids.map(invoicesOf))).map(([invoice]) => invoice?.id);
  await sandbox.act([{ act: "pay", id: paid, amount: 500 }, { act: "cancel", id: cancelled }]);
  await pass(20 * 60_000);
  expect(await readDocumentChanges(it.engine, it.connectionId)).toBeGreaterThanOrEqual(2);
  const standing = (documentId: number) => it.db.prisma.exportedDocument.findFirstOrThrow({ where: { connectionId: it.connectionId, documentId: String(documentId) } });
  expect([await standing(paid), await standing(cancelled)]).toMatchObject([{ state: "partlyPaid", paidCents: 500 }, { state: "cancelled" }]);
});

test("a draft that somebody deletes in EasyBill is said to be gone after the next reading, though nobody told of it", async () => {
  await setOptions({ finality: "draft" });
  const ids = [await place(), await place()];
  await exportAll();
  const [gone = 0, kept = 0] = (await Promise.all(ids.map(invoicesOf))).map(([invoice]) => invoice?.id);
  await sandbox.act([{ act: "remove", table: "documents", id: gone }]);
  await pass(20 * 60_000);
  expect(await readDocumentChanges(it.engine, it.connectionId)).toBe(1);
  const standing = (documentId: number) => it.db.prisma.exportedDocument.findFirstOrThrow({ where: { connectionId: it.connectionId, documentId: String(documentId) } });
  expect([await standing(gone), await standing(kept)]).toMatchObject([{ state: "deleted" }, { state: "draft" }]);
});

test("an invoice that somebody cancels in EasyBill is billed anew when a person asks, under a reference of its own", async () => {
  await setOptions({ finality: "final" });
  const id = await place();
  await exportAll();
  const { number } = await read(id);
  const [first] = await invoicesOf(id);
  await sandbox.act([{ act: "cancel", id: first?.id ?? 0 }]);
  await pass(20 * 60_000);
  await readDocumentChanges(it.engine, it.connectionId);
  await exportAll();
  const ours = async () => (await sandbox.documents()).filter(({ external_id }) => external_id?.startsWith(number));
  expect(await ours()).toHaveLength(1);
  await requestExport(it.engine, { accountId: it.accountId, connectionId: it.connectionId, workOrderIds: [id], actor: "Femke", kind: "anew" });
  await exportAll();
  expect(await ours()).toMatchObject([{ number: first?.number, external_id: number }, { external_id: `${number}-2`, is_draft: false, cancel_id: null }]);
  expect(await read(id)).toMatchObject({ status: "handled", revision: 2 });
});

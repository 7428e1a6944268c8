import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openLane as openCash, type CashLane } from "@/e2e/exports/cash/lane";
import { openLane as openEasybill, type EasybillLane } from "@/e2e/exports/easybill/lane";
import type { Lane } from "@/e2e/exports/lane";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { stubEnvironment } from "@/e2e/support/environment";
import { cashSettingsSchema } from "@/lib/connectors/cash/settings-schema";
import { easybillSettingsSchema } from "@/lib/connectors/easybill/settings-schema";
import { AppError } from "@/lib/errors";
import { exportNext } from "@/lib/export/export-next";
import { makeDueAll } from "@/lib/export/make-due";
import { readStandings } from "@/lib/export/read-standings";
import { lookUpDocument } from "@/lib/look-up/look-up-document";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";

let database: TestDatabase;
let cash: CashLane;
let easybill: EasybillLane;
beforeAll(async () => {
  stubEnvironment();
  database = await createTestDatabase();
  [cash, easybill] = await Promise.all([openCash(database.url), openEasybill(database.url)]);
  await set(cash, { settings: cashSettingsSchema.parse({ exports: { isOn: true } }) });
  await set(easybill, { settings: easybillSettingsSchema.parse({ exports: { isOn: true, finality: "draft" } }) });
});
afterAll(async () => {
  await Promise.all([cash.close(), easybill.close()]);
  await database.drop();
});

const set = ({ engine, connectionId }: Lane, data: object) => engine.db.prisma.connection.update({ where: { id: connectionId }, data });
const vendorOf = ({ connector }: Lane) => connector.manifest.id;

/** A work order that is booked at the vendor of the lane. */
async function exportOne(lane: Lane): Promise<{ id: string; documentId: string; number: string }> {
  const { engine, accountId, connectionId, sendId, stock } = lane;
  const [first, second] = stock.materials.map((code) => enterMaterial({ code, name: code, quantity: "3", price: "12.50" }));
  const input = enterWorkOrder({ customer: stock.customer, lines: [first, second].filter((line) => line !== undefined) });
  const { id } = await createWorkOrder(engine.db, { accountId, actor: null, origin: "office", input, status: "complete", workStatusId: sendId });
  await makeDueAll(engine, { connectionId, trigger: "manual", requestedBy: null });
  for (let advance = await exportNext(engine, { connectionId, worker: "test" }); advance.state !== "idle"; advance = await exportNext(engine, { connectionId, worker: "test" })) {
    if (advance.state === "waits" && advance.until) await lane.passTo(advance.until);
  }
  const intent = await engine.db.prisma.exportIntent.findFirstOrThrow({ where: { workOrderId: id } });
  expect(intent).toMatchObject({ state: "finished", documentSeenAt: null });
  return { id, documentId: intent.documentId ?? "", number: intent.documentNumber ?? "" };
}

const lookUp = (lane: Lane, workOrderId: string, accountId = lane.accountId) => lookUpDocument(lane.engine, { accountId, workOrderId, vendor: vendorOf(lane), askedBy: "Vera" });
const codeOf = (work: Promise<unknown>) => work.then((answer) => answer, (error: unknown) => (error instanceof AppError ? error.code : error));
const logOf = ({ engine }: Lane, workOrderId: string) => engine.db.prisma.logEntry.findFirst({ where: { workOrderId, operation: { startsWith: "export.look" } }, orderBy: { at: "desc" } });
const intentsOf = ({ engine }: Lane, workOrderId: string) => engine.db.prisma.exportIntent.findMany({ where: { workOrderId }, include: { document: true } });
async function standingOf({ engine, accountId, connector, now }: Lane, workOrderId: string) {
  const standings = await readStandings(engine.db, { accountId, workOrderId }, { connectors: [connector], now: now() });
  return standings[0];
}

describe("a sales order in Cash", () => {
  let id: string;
  let number: string;
  beforeAll(async () => ({ id, number } = await exportOne(cash)));
  afterEach(() => cash.calm());

  test("that stands there as it was sent is said to, and was seen just now; nothing is sent", async () => {
    const before = cash.now();
    await cash.passTo(new Date(before.getTime() + 60_000));
    expect(await lookUp(cash, id)).toEqual({ state: "found", isNew: false, differences: [] });
    const [intent] = await intentsOf(cash, id);
    expect(intent?.documentSeenAt?.getTime()).toBeGreaterThanOrEqual(before.getTime() + 60_000);
    expect((await standingOf(cash, id))?.document?.seenAt).toBe(intent?.documentSeenAt?.toISOString());
    expect(await logOf(cash, id)).toMatchObject({
      level: "info", messageKey: "document.lookedUp", params: { person: "Vera", vendor: "Cash", document: "salesOrder", number, state: "same" }, detail: { exchanges: expect.arrayContaining([expect.objectContaining({ outcome: "answered" })]) },
    });
    expect((await cash.sandbox.records("01", "2400")).total).toBe(1);
  });

  test("that somebody changed there is told field by field, with its line", async () => {
    await cash.sandbox.changeRecords("01", [{ action: "change", table: "2410", key: await firstKey("2410"), fields: { "2410": "5,00" } }]);
    expect(await lookUp(cash, id)).toMatchObject({ state: "found", differences: [{ field: "quantity", line: 1, found: expect.stringMatching(/^5/) }] });
    expect(await logOf(cash, id)).toMatchObject({ level: "info", params: { state: "differs" } });
  });

  test.each([
    ["reports an error", { kind: "serverError" }, "vendor_error"],
    ["breaks off", { kind: "reset" }, "vendor_unreachable"],
  ] as const)("is as it was where Cash %s, and the person and the log are told why", async (_, fault, code) => {
    await cash.sandbox.setFaults([{ ...fault, only: { operation: "Export" } }]);
    const seen = (await intentsOf(cash, id))[0]?.documentSeenAt;
    expect(await codeOf(lookUp(cash, id))).toBe(code);
    expect((await intentsOf(cash, id))[0]).toMatchObject({ state: "finished", documentSeenAt: seen });
    expect(await logOf(cash, id)).toMatchObject({ level: "warning", messageKey: "document.lookUpFailed", params: { code } });
  });

  test("that went to another administration is asked for there, and its login is not doubted for that", async () => {
    await set(cash, { administration: "02" });
    expect(await lookUp(cash, id)).toMatchObject({ state: "found" });
    await cash.sandbox.setFaults([{ kind: "loginRefused" }]);
    expect(await codeOf(lookUp(cash, id))).toBe("credentials_refused");
    expect(await cash.engine.db.prisma.connection.findUnique({ where: { id: cash.connectionId } })).toMatchObject({ state: "connected" });
    await set(cash, { administration: "01" });
    expect(await codeOf(lookUp(cash, id))).toBe("credentials_refused");
    expect(await cash.engine.db.prisma.connection.findUnique({ where: { id: cash.connectionId } })).toMatchObject({ state: "action_required", stateReason: "credentials_refused" });
    await set(cash, { state: "connected", stateReason: null });
  });

  test("is asked for on behalf of nobody else, and not without a licence, a connection or a document", async () => {
    expect(await codeOf(lookUp(cash, id, easybill.accountId))).toBe("not_connected");
    expect(await codeOf(lookUp(cash, "00000000-0000-4000-8000-000000000000"))).toBe("record_not_found");
    await set(cash, { state: "disconnected" });
    expect(await codeOf(lookUp(cash, id))).toBe("not_connected");
    await set(cash, { state: "connected" });
  });

  test("that is no longer there is said to be missing: Cash does not say why, so nothing is changed and nothing goes out again", async () => {
    await cash.sandbox.changeRecords("01", [{ action: "remove", table: "2400", key: await firstKey("2400") }]);
    expect(await lookUp(cash, id)).toEqual({ state: "missing" });
    expect(await intentsOf(cash, id)).toMatchObject([{ state: "finished", document: null }]);
    expect((await standingOf(cash, id))?.answer.kind).toBe("done");
    expect(await logOf(cash, id)).toMatchObject({ level: "warning", params: { state: "missing" } });
  });

  const firstKey = async (table: "2400" | "2410") => (await cash.sandbox.records("01", table)).rows[0]?.key ?? "";
});

describe("an invoice in EasyBill", () => {
  test("that was paid is paid here at once, with its event; asked again, nothing is new", async () => {
    const { id, documentId } = await exportOne(easybill);
    expect(await lookUp(easybill, id)).toMatchObject({ state: "found", isNew: false, differences: [] });
    await easybill.sandbox.act([{ act: "finish", id: Number(documentId) }, { act: "pay", id: Number(documentId) }], { silently: true });
    expect(await lookUp(easybill, id)).toEqual({ state: "found", isNew: true, differences: [] });
    expect((await standingOf(easybill, id))?.document).toMatchObject({ state: "paid" });
    expect(await easybill.engine.db.prisma.workOrderEvent.findMany({ where: { workOrderId: id, kind: "documentChanged" } })).toHaveLength(1);
    expect(await lookUp(easybill, id)).toMatchObject({ isNew: false });
    expect(await logOf(easybill, id)).toMatchObject({ params: { vendor: "EasyBill", document: "invoice", state: "same" } });
  });

  test("that was a draft and is not there was deleted, and is sent again only when somebody asks for it", async () => {
    const { id, documentId } = await exportOne(easybill);
    expect(await lookUp(easybill, id)).toMatchObject({ state: "found" });
    await easybill.sandbox.act([{ act: "remove", table: "documents", id: Number(documentId) }], { silently: true });
    const seenAt = (await standingOf(easybill, id))?.document?.seenAt;
    for (let time = 0; time < 2; time += 1) expect(await lookUp(easybill, id)).toEqual({ state: "deleted" });
    expect(await standingOf(easybill, id)).toMatchObject({ answer: { kind: "gone", state: "deleted" }, choices: ["exportAnew"], document: { state: "deleted", seenAt } });
    expect(await intentsOf(easybill, id)).toHaveLength(1);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import { startEasybillSandbox, type EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { editRecord } from "@/lib/catalogue/edit-record";
import { listChanges } from "@/lib/changes/list-changes";
import { createCashConnector } from "@/lib/connectors/cash/connector";
import { readFieldMap } from "@/lib/connectors/cash/field-map";
import { findSandboxKeys, type SandboxKeys } from "@/lib/connectors/cash/testing/sandbox-keys";
import { createEasybillConnector } from "@/lib/connectors/easybill/connector";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { seal } from "@/lib/crypto/seal";
import { AppError } from "@/lib/errors";
import { lookUpRecord } from "@/lib/look-up/look-up-record";
import { connectAccount, createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let cash: CashSandbox;
let easybill: EasybillSandbox;
let keys: SandboxKeys;
let it: TestEngine;
let easybillId: string;

/** An account that is connected with both, everything of both imported. */
beforeAll(async () => {
  [cash, easybill] = await Promise.all([
    startCashSandbox({ relations: 30, articles: 30, employees: 3, protocol: { requestsPerMinute: 0 } }),
    startEasybillSandbox({ customers: 12, positions: 10, logins: 2, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } }),
  ]);
  keys = await findSandboxKeys(cash);
  it = await createTestEngine({ rateWindow: 100, vendorAnswerTimeout: 2_000, syncIntervalMinutes: 1 });
  const connectors = [createCashConnector(() => ({ wsdlUrl: cash.wsdlUrl, fieldMap: readFieldMap({}) })), createEasybillConnector(() => ({ apiUrl: easybill.apiUrl }))];
  it.engine = { ...it.engine, findConnector: (id) => connectors.find(({ manifest }) => manifest.id === id) ?? null };
  const { accountId, db, engine } = it;
  await db.prisma.connection.deleteMany();
  const connectWith = async (vendor: string, kinds: readonly ImportKind[], login: Record<string, string>, [field, secret]: [string, string]) => {
    const connectionId = await connectAccount(engine, accountId, vendor, kinds);
    const secrets = { [field]: seal(secret, { accountId, connectionId, field }, engine.keyRing) };
    const administration = vendor === "cash" ? "01" : null;
    await db.prisma.connection.update({ where: { id: connectionId }, data: { administration, administrations: [], login, secrets } });
    return connectionId;
  };
  easybillId = await connectWith("easybill", ["contacts", "categories"], { plan: "business" }, ["apiKey", easybill.keys.business]);
  it.connectionId = await connectWith("cash", ["relations", "materials", "warehouses", "employees"], { relationCode: "240817", email: "api@devries-installatie.example" }, ["password", "demo-password"]);
  await sync(it, { trigger: "manual" });
  await sync({ ...it, connectionId: easybillId });
});
afterAll(async () => {
  await it.close();
  await Promise.all([cash.stop(), easybill.stop()]);
});

const found = async (kind: ImportKind, externalId: string) => (await it.db.prisma.externalLink.findFirstOrThrow({ where: { kind, externalId } })).localId;
const lookUp = async (kind: ImportKind, id: string, vendor = "cash", accountId = it.accountId) => lookUpRecord(it.engine, { accountId, kind, id, vendor, askedBy: "Vera" });
const codeOf = (work: Promise<unknown>) => work.then((answer) => answer, (error: unknown) => (error instanceof AppError ? error.code : error));
const change = (table: "0101" | "2260" | "2209" | "2205", key: string, fields: Record<string, string>) => cash.changeRecords("01", [{ action: "change", table, key, fields }]);
const latestLog = async () => it.db.prisma.logEntry.findFirst({ where: { operation: { startsWith: "record.look" } }, orderBy: { at: "desc" } });
const history = async (kind: ImportKind, localId: string) => (await listChanges(it.db, { accountId: it.accountId, kind, localId })).steps;

describe("a look-up at Cash", () => {
  let id: string;
  beforeEach(async () => {
    id = await found("relations", keys.customer);
  });
  afterEach(() => cash.reset("switches"));

  test("of what has not changed writes nothing but what was asked", async () => {
    const [runs, steps] = [await it.db.prisma.syncRun.count(), await it.db.prisma.recordChange.count()];
    expect(await lookUp("relations", id)).toEqual({ state: "unchanged", keepsEdits: false });
    expect([await it.db.prisma.syncRun.count(), await it.db.prisma.recordChange.count()]).toEqual([runs, steps]);
    expect(await latestLog()).toMatchObject({ level: "info", messageKey: "record.lookedUp", kind: "relations", recordKey: keys.customer, runId: null, params: { state: "unchanged", person: "Vera", vendor: "Cash" } });
  });

  test("brings in what is different now, and stands in the history with who asked and the run it became", async () => {
    await change("0101", keys.customer, { "0108": "030 7654321" });
    expect(await lookUp("relations", id)).toEqual({ state: "changed", fields: ["phone"], below: 0 });
    expect(await it.db.prisma.relation.findUnique({ where: { id } })).toMatchObject({ phone: "030 7654321" });
    const [step] = await history("relations", id);
    expect(step).toMatchObject({ source: "lookUp", actor: "Vera", vendor: "Cash", what: "changed", changes: [{ field: "phone", after: "030 7654321" }] });
    expect(await it.db.prisma.syncRun.findUnique({ where: { id: step?.runId ?? "" } })).toMatchObject({ trigger: "lookUp", state: "succeeded", requestedBy: "Vera" });
    expect(await latestLog()).toMatchObject({ runId: step?.runId, parentId: step?.runId, params: { state: "changed" }, detail: { exchanges: expect.arrayContaining([expect.objectContaining({ operation: "export" })]) } });
  });

  test("leaves what was edited here, until Cash has it otherwise", async () => {
    await editRecord(it.db, { accountId: it.accountId, kind: "relations", id, typed: { phone: "1" }, editedBy: "Piet" });
    expect(await lookUp("relations", id)).toEqual({ state: "unchanged", keepsEdits: true });
    await change("0101", keys.customer, { "0108": "030 1111111" });
    expect(await lookUp("relations", id)).toMatchObject({ state: "changed", fields: ["phone"] });
  });

  test("says what keeps a record from being brought in, and keeps the last good version", async () => {
    const before = await it.db.prisma.relation.findUnique({ where: { id } });
    await change("0101", keys.customer, { "0103": "" });
    expect(await lookUp("relations", id)).toEqual({ state: "kept", reason: "missingName" });
    expect(await it.db.prisma.relation.findUnique({ where: { id } })).toMatchObject({ active: true, name: before?.name });
    await change("0101", keys.customer, { "0103": before?.name ?? "" });
    await lookUp("relations", id);
  });

  test("takes out what is blocked, and brings it back", async () => {
    await change("0101", keys.customer, { "1487": "J" });
    expect(await lookUp("relations", id)).toEqual({ state: "left", reason: "blocked" });
    expect((await history("relations", id))[0]).toMatchObject({ what: "deactivated", reason: "blocked", source: "lookUp" });
    await change("0101", keys.customer, { "1487": "N" });
    expect(await lookUp("relations", id)).toMatchObject({ state: "back" });
  });

  test("reaches articles, warehouses and employees by their code, and finds what is no longer there", async () => {
    const material = await found("materials", keys.material);
    await change("2260", keys.material, { "2267": "99,95" });
    expect(await lookUp("materials", material)).toMatchObject({ state: "changed", fields: ["price"] });
    for (const [kind, table] of [["warehouses", "2209"], ["employees", "2205"]] as const) {
      const { externalId, localId } = await it.db.prisma.externalLink.findFirstOrThrow({ where: { kind } });
      await change(table, externalId, { "2001": "Anders" });
      expect(await lookUp(kind, localId)).toEqual({ state: "changed", fields: ["name"], below: 0 });
    }
    await cash.changeRecords("01", [{ action: "remove", table: "2260", key: keys.material }]);
    expect(await lookUp("materials", material)).toEqual({ state: "left", reason: "gone" });
  });

  test.each([
    ["does not answer", { kind: "timeout" }, "vendor_slow"],
    ["breaks the connection off", { kind: "reset" }, "vendor_unreachable"],
    ["reports an error", { kind: "serverError" }, "vendor_error"],
  ] as const)("where Cash %s changes nothing, and says so to the person and in the log", async (_, fault, code) => {
    await cash.setFaults([{ ...fault, only: { operation: "Export" } }]);
    expect(await codeOf(lookUp("relations", id))).toBe(code);
    expect(await it.db.prisma.relation.findUnique({ where: { id } })).toMatchObject({ active: true });
    expect(await latestLog()).toMatchObject({ level: "warning", messageKey: "record.lookUpFailed", params: { code, vendor: "Cash" } });
    expect(await it.db.prisma.connection.findUnique({ where: { id: it.connectionId } })).toMatchObject({ state: "connected" });
  });

  test("is possible during a pause, and not without a licence, a connection, or what only a person can mend", async () => {
    const set = (data: object) => it.db.prisma.connection.update({ where: { id: it.connectionId }, data });
    const asked = async () => (await cash.requests()).length;
    await set({ pausedAt: new Date() });
    expect(await lookUp("relations", id)).toMatchObject({ state: "unchanged" });
    const before = await asked();
    await it.db.prisma.licence.updateMany({ where: { vendor: "cash" }, data: { state: "cancelled", endsAt: new Date(0) } });
    expect(await codeOf(lookUp("relations", id))).toBe("no_licence");
    await it.db.prisma.licence.updateMany({ where: { vendor: "cash" }, data: { state: "active", endsAt: null } });
    await set({ state: "action_required", stateReason: "missing_rights" });
    expect(await codeOf(lookUp("relations", id))).toBe("missing_rights");
    await set({ state: "disconnected" });
    expect(await codeOf(lookUp("relations", id))).toBe("not_connected");
    await set({ state: "connected", stateReason: null, pausedAt: null, settings: { imports: { materials: true } } });
    expect(await lookUp("relations", id)).toEqual({ state: "switchedOff" });
    await set({ settings: { imports: { relations: true, materials: true, warehouses: true, employees: true } } });
    expect(await codeOf(lookUp("relations", id, "cash", (await it.db.prisma.account.create({ data: { name: "Other" } })).id))).toBe("not_connected");
    expect(await codeOf(lookUp("relations", "00000000-0000-4000-8000-000000000000"))).toBe("record_not_found");
    expect(await asked()).toBe(before);
  });

  test("that shows the login to be refused makes the connection wait for a person", async () => {
    await cash.setFaults([{ kind: "loginRefused" }]);
    expect(await codeOf(lookUp("relations", id))).toBe("credentials_refused");
    expect(await it.db.prisma.connection.findUnique({ where: { id: it.connectionId } })).toMatchObject({ state: "action_required", stateReason: "credentials_refused" });
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "connected", stateReason: null } });
  });
});

describe("a look-up at EasyBill", () => {
  test("reaches a category by its id", async () => {
    const { externalId, localId } = await it.db.prisma.externalLink.findFirstOrThrow({ where: { kind: "categories", connectionId: easybillId } });
    await easybill.act([{ act: "change", table: "positionGroups", id: Number(externalId), fields: { name: "Dichtungen" } }], { silently: true });
    expect(await lookUp("categories", localId, "easybill")).toMatchObject({ state: "changed", fields: ["name"] });
    await easybill.act([{ act: "remove", table: "positionGroups", id: Number(externalId) }], { silently: true });
    expect(await lookUp("categories", localId, "easybill")).toEqual({ state: "left", reason: "gone" });
  });

  test("is not to be had for what the vendor does not know", async () => {
    expect(await codeOf(lookUp("relations", await found("relations", keys.customer), "easybill"))).toBe("record_not_found");
  });
});

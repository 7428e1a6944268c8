import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seal } from "@/lib/crypto/seal";
import { exportNext } from "@/lib/export/export-next";
import { fixtureExporter, fixtureOptions } from "@/lib/export/fixtures/fixture-exporter";
import { SalesVendor } from "@/lib/export/fixtures/sales-vendor";
import { createExportTest, enterComplete, readExport, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { makeDue, makeDueAll } from "@/lib/export/make-due";
import { readDocument } from "@/lib/export/read-document";
import { readStandings } from "@/lib/export/read-standings";
import { requestExport } from "@/lib/export/request-export";
import { fixtureConnector } from "@/lib/sync/fixtures/fixture-connector";
import { FixtureVendor } from "@/lib/sync/fixtures/fixture-vendor";
import { ensureVendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";

let it: ExportTest;
const otherSales = new SalesVendor();
const otherConnector = fixtureConnector(new FixtureVendor(), "other");
const second = { ...otherConnector, manifest: { ...otherConnector.manifest, name: "Other" }, exporter: fixtureExporter(otherSales) };
let secondId: string;
let secondSendId: string;

beforeAll(async () => {
  it = await createExportTest();
  const { accountId, db, engine } = it;
  engine.findConnector = (id) => [it.connector, second].find(({ manifest }) => manifest.id === id) ?? null;
  secondId = randomUUID();
  const secrets = { key: seal("secret key", { accountId, connectionId: secondId, field: "key" }, engine.keyRing) };
  await db.prisma.licence.create({ data: { accountId, vendor: "other", state: "active", startedAt: new Date() } });
  await db.prisma.connection.create({ data: { id: secondId, accountId, vendor: "other", state: "connected", login: {}, secrets, administrations: [], administration: "A", settings: { imports: {}, exports: fixtureOptions }, credentialsSetAt: new Date() } });
  secondSendId = (await db.prisma.$transaction((tx) => ensureVendorWorkStatuses(tx, { accountId, vendor: "other", vendorName: "Other", locale: "en" }))).sendId;
  otherSales.relations.set("10001", null);
  otherSales.articles.set("M1", null).set("K1", null);
});
afterAll(() => it.close());
beforeEach(() => {
  it.sales.beforeRequest = () => {};
});
afterEach(() => setState("connected"));

const setState = (state: "connected" | "action_required" | "disconnected", id = it.connectionId) => it.db.prisma.connection.update({ where: { id }, data: { state } });
const sweepSecond = () => makeDueAll(it.engine, { connectionId: secondId, trigger: "schedule", requestedBy: null });
const workSecond = () => work({ ...it, connectionId: secondId });
const setStatus = (id: string, workStatusId: string) => it.db.prisma.workOrder.update({ where: { id }, data: { workStatusId } });
const bookedAt = (number: string) => [it.sales, otherSales].map(({ documents }) => documents.filter(({ reference }) => reference === number).length);
const answersOf = async (workOrderId: string) =>
  Object.fromEntries((await readStandings(it.db, { accountId: it.accountId, workOrderId }, { connectors: [it.connector, second], now: it.clock.now() })).map(({ vendor, answer }) => [vendor, answer.kind]));

describe("two bookkeepings of one account", () => {
  test("get what carries their own work status, side by side, each once", async () => {
    const [first, other] = [await enterComplete(it), await enterComplete(it, { workStatusId: secondSendId })];
    await Promise.all([sweep(it), sweepSecond(), sweep(it), sweepSecond()]);
    await Promise.all([work(it), workSecond()]);
    expect([bookedAt(first.number), bookedAt(other.number)]).toEqual([[1, 0], [0, 1]]);
    expect(await answersOf(first.id)).toMatchObject({ fixture: "done", other: "elsewhere" });
    expect((await readDocument(it.db, { accountId: it.accountId, workOrderId: other.id }, it.engine.findConnector)).vendorName).toBe("Other");
  });

  test("what one of them refused still comes to what it would come to there", async () => {
    const { id } = await enterComplete(it, { workStatusId: secondSendId, materials: { create: [{ accountId: it.accountId, position: 1, code: "M1", name: "Valve", quantity: "0" }] } });
    await sweepSecond();
    await workSecond();
    expect(await answersOf(id)).toMatchObject({ other: "error" });
    expect((await readDocument(it.db, { accountId: it.accountId, workOrderId: id }, it.engine.findConnector)).vendorName).toBe("Other");
  });

  test("a work order that waits for one and is then meant for the other goes to the other at once", async () => {
    const { id, number } = await enterComplete(it);
    await sweep(it);
    await setState("action_required");
    await setStatus(id, secondSendId);
    expect(await answersOf(id)).toMatchObject({ fixture: "credentials", other: "due" });
    const made = await it.db.prisma.$transaction((tx) => makeDue(tx, { accountId: it.accountId, workOrderId: id, trigger: "completion", requestedBy: null, now: it.clock.now() }, it.engine.findConnector));
    expect(made).toMatchObject({ connectionId: secondId });
    await workSecond();
    await setState("connected");
    await workOut(it);
    expect(bookedAt(number)).toEqual([0, 1]);
    const stored = await readExport(it, id);
    expect(stored.intents.map(({ connectionId, state }) => [connectionId, state])).toEqual(expect.arrayContaining([[it.connectionId, "rejected"], [secondId, "finished"]]));
  });

  test("is found by the other's sweep, and by a person who asks for it there", async () => {
    for (const way of ["sweep", "person"] as const) {
      const { id, number } = await enterComplete(it);
      await sweep(it);
      await setState("disconnected");
      await setStatus(id, secondSendId);
      if (way === "sweep") expect(await sweepSecond()).toHaveLength(1);
      else expect(await requestExport(it.engine, { accountId: it.accountId, connectionId: secondId, workOrderIds: [id], actor: "Femke", kind: "now" })).toMatchObject([{ outcome: "done" }]);
      await workSecond();
      expect(bookedAt(number)).toEqual([0, 1]);
      await setState("connected");
      await work(it);
    }
  });

  test("never take from each other what both want: whoever had it first keeps it", async () => {
    await it.db.prisma.connection.update({ where: { id: secondId }, data: { settings: { imports: {}, exports: { ...fixtureOptions, triggerId: it.statuses.sendId } } } });
    const { number } = await enterComplete(it);
    await sweep(it);
    expect(await sweepSecond()).toEqual([]);
    expect(await sweep(it)).toEqual([]);
    await Promise.all([work(it), workSecond()]);
    expect(bookedAt(number)).toEqual([1, 0]);
    await it.db.prisma.connection.update({ where: { id: secondId }, data: { settings: { imports: {}, exports: fixtureOptions } } });
  });

  test("never get what may be at the other already", async () => {
    const { id, number } = await enterComplete(it);
    it.sales.fates = ["lost"];
    await sweep(it);
    await work(it);
    await setStatus(id, secondSendId);
    expect(await sweepSecond()).toEqual([]);
    expect(await answersOf(id)).toMatchObject({ fixture: "uncertain", other: "elsewhere" });
    await setStatus(id, it.statuses.sendId);
    await workOut(it);
    expect(bookedAt(number)).toEqual([1, 0]);
  });

  test("a worker that prepares it for one while it becomes due for the other sends nothing", async () => {
    const { id, number } = await enterComplete(it);
    await sweep(it);
    let isTaken = false;
    it.sales.beforeRequest = async (operation) => {
      if (operation !== "lookUp" || isTaken) return;
      isTaken = true;
      await setStatus(id, secondSendId);
      expect(await sweepSecond()).toHaveLength(1);
    };
    await exportNext(it.engine, { connectionId: it.connectionId, worker: "slow" });
    await Promise.all([workOut(it), workSecond()]);
    expect(bookedAt(number)).toEqual([0, 1]);
  });
});

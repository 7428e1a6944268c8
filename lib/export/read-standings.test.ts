import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ExportStanding } from "@/lib/export/export-standing";
import { dismissExports } from "@/lib/export/dismiss-exports";
import { createExportTest, enterComplete, setOptions, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { readStandings } from "@/lib/export/read-standings";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());
beforeEach(async () => {
  it.sales.fates = [];
  await setOptions(it, {});
  await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "connected", stateReason: null, administration: "A", nextExportAt: new Date("2026-11-20T10:15:00Z") } });
  await it.db.prisma.licence.updateMany({ data: { state: "active", endsAt: null } });
});

async function standingOf(workOrderId: string): Promise<ExportStanding> {
  const [standing] = await readStandings(it.db, { accountId: it.accountId, workOrderId }, { connectors: [it.connector], now: it.clock.now() });
  if (!standing) throw new Error("There is no standing");
  return standing;
}
const answerOf = async (workOrderId: string) => (await standingOf(workOrderId)).answer;
const connection = (data: Prisma.ConnectionUpdateInput) => it.db.prisma.connection.update({ where: { id: it.connectionId }, data });
const isMet = (standing: ExportStanding, name: string) => standing.conditions.find((condition) => condition.name === name)?.isMet;

describe("why a work order is not at the vendor", () => {
  test("it is due, and can be hurried or kept out", async () => {
    const { id } = await enterComplete(it);
    const standing = await standingOf(id);
    expect(standing).toMatchObject({ vendorName: "Fixture", answer: { kind: "due", until: "2026-11-20T10:15:00.000Z" }, choices: ["exportNow", "doNotSend"] });
    expect(standing.conditions.filter(({ isMet: holds }) => holds === false)).toEqual([]);
    await dismissExports(it.engine, { accountId: it.accountId, connectionId: it.connectionId, workOrderIds: [id], actor: "Femke" });
  });

  test.each([
    ["it is not complete", { status: "retrieved", completedAt: null }, { kind: "notComplete", status: "retrieved" }, "complete"],
    ["it was handled without", { status: "handled" }, { kind: "handledElsewhere" }, null],
    ["its work status says otherwise", { workStatusId: null }, { kind: "workStatus", actual: null }, "workStatus"],
  ] as const)("%s", async (_what, changes, answer, unmet) => {
    const { id } = await enterComplete(it, changes);
    const standing = await standingOf(id);
    expect(standing).toMatchObject({ answer, choices: [] });
    if (unmet) expect(isMet(standing, unmet)).toBe(false);
  });

  test("it was completed before the start date, by the account's clock", async () => {
    const { id } = await enterComplete(it, { completedAt: new Date("2026-11-19T22:59:00Z") });
    const { id: later } = await enterComplete(it, { completedAt: new Date("2026-11-19T23:01:00Z") });
    await setOptions(it, { startDate: "2026-11-20" });
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "beforeStartDate", startDate: "2026-11-20", completedOn: "2026-11-19" }, choices: ["doNotSend"] });
    expect(await answerOf(later)).toMatchObject({ kind: "due" });
    const { id: elsewhere } = await enterComplete(it, { completedAt: new Date("2026-11-19T22:59:00Z"), workStatusId: null });
    const standing = await standingOf(elsewhere);
    expect([isMet(standing, "workStatus"), isMet(standing, "afterStartDate")], "one thing in the way does not hide the other").toEqual([false, false]);
  });

  test("the connection cannot: then that is the answer, and nothing that sends is offered", async () => {
    const { id } = await enterComplete(it);
    await setOptions(it, { isOn: false });
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "switchedOff" }, choices: [] });
    await setOptions(it, {});
    await connection({ state: "action_required", stateReason: "missing_rights" });
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "credentials", error: { code: "missing_rights", params: { vendor: "Fixture" } } }, choices: [] });
    await connection({ state: "connected", administration: null });
    expect(await answerOf(id)).toMatchObject({ kind: "credentials", error: { code: "administration_missing" } });
    await it.db.prisma.licence.updateMany({ data: { state: "cancelled", endsAt: new Date("2026-11-01T00:00:00Z") } });
    expect(await answerOf(id)).toEqual({ kind: "licence" });
    await connection({ state: "disconnected" });
    expect(await answerOf(id)).toEqual({ kind: "notConnected" });
  });
});

describe("how an export stands", () => {
  test("done, with its number; and changed since when it was", async () => {
    const { id } = await enterComplete(it);
    await sweep(it);
    await work(it);
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "done", administration: "First", at: "2026-11-20T10:00:00.000Z" }, choices: [] });
    await it.db.prisma.workOrder.update({ where: { id }, data: { revision: 2 } });
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "changedSince", revision: 2 }, choices: ["exportRevision"] });
  });

  test("refused, with every reason, until somebody sets the work status", async () => {
    const { id, number } = await enterComplete(it, {}, { materials: [{ code: "M1", quantity: "0" }], minutes: 0 });
    await sweep(it);
    await work(it);
    const standing = await standingOf(id);
    expect(standing).toMatchObject({
      answer: { kind: "error", problems: [{ code: "materialQuantityZero", params: { workOrder: number, material: "M1", vendor: "Fixture" }, position: 1 }, { code: "periodWithoutTime", position: 100 }] },
      choices: ["exportAgain", "doNotSend"],
    });
    await it.db.prisma.workOrder.update({ where: { id }, data: { workStatusId: it.statuses.sendId } });
    expect(await answerOf(id)).toMatchObject({ kind: "due" });
    await dismissExports(it.engine, { accountId: it.accountId, connectionId: it.connectionId, workOrderIds: [id], actor: "Femke" });
  });

  test("uncertain, then put to a person with the documents that were found", async () => {
    const { id, number } = await enterComplete(it);
    it.sales.fates = ["lost"];
    await sweep(it);
    await work(it);
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "uncertain" }, choices: [] });
    it.sales.book({ reference: number, content: { head: { customer: "10001" }, lines: [] } });
    await workOut(it);
    const standing = await standingOf(id);
    expect(standing.answer).toMatchObject({ kind: "needsReview", candidates: [{ number: expect.stringMatching(/^V/) }] });
    expect(standing.choices).toEqual(["linkToExisting", "sendAgain", "doNotSend"]);
  });

  test("waiting for a vendor that is away", async () => {
    const { id } = await enterComplete(it);
    it.sales.fates = ["away"];
    await sweep(it);
    await work(it);
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "waiting", error: { code: "vendor_unreachable" } }, choices: ["exportNow", "doNotSend"] });
    await workOut(it);
  });

  test("kept out by somebody", async () => {
    const { id } = await enterComplete(it);
    await dismissExports(it.engine, { accountId: it.accountId, connectionId: it.connectionId, workOrderIds: [id], actor: "Femke" });
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "dismissed", by: "Femke", at: it.clock.now().toISOString() }, choices: ["exportAgain"] });
  });
});

describe("what has to hold", () => {
  test("is not known of what was never imported, and not met once the vendor has said so", async () => {
    const { id } = await enterComplete(it, { customerDebtorNumber: "77777", customerCity: null });
    const before = await standingOf(id);
    expect(before.conditions.find(({ name }) => name === "customerFound")).toEqual({ name: "customerFound", isMet: null, value: "77777" });
    expect(before.conditions.find(({ name }) => name === "materialsFound")).toEqual({ name: "materialsFound", isMet: null, value: "M1" });
    await setOptions(it, { createsRelations: false });
    await sweep(it);
    await work(it);
    expect(isMet(await standingOf(id), "customerFound")).toBe(false);
  });
});

test("nobody reads another account's work order", async () => {
  const { id } = await enterComplete(it);
  const other = await it.db.prisma.account.create({ data: { name: "Another" } });
  await expect(readStandings(it.db, { accountId: other.id, workOrderId: id }, { connectors: [it.connector] })).rejects.toBeInstanceOf(AppError);
});

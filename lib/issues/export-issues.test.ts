import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { dismissExports } from "@/lib/export/dismiss-exports";
import { createExportTest, enterComplete, readExport, setOptions, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { finishAgain } from "@/lib/export/finish-again";
import { readStandings } from "@/lib/export/read-standings";
import { requestExport } from "@/lib/export/request-export";
import { issuesOfStandings } from "@/lib/issues/issues-of";
import { settleIssues } from "@/lib/issues/settle-issues";
import { readLogEntry } from "@/lib/log/read-entry";

let it: ExportTest;
const start = async (isInvoicing = false) => (it = await createExportTest({}, { isInvoicing }));
beforeEach(() => start());
afterEach(() => it.close());

const settle = () => settleIssues(it.engine, it.connectionId);
const issues = (state: "open" | "resolved" = "open") => it.db.prisma.issue.findMany({ where: { state }, orderBy: [{ cause: "asc" }, { subject: "asc" }] });
const asked = (...workOrderIds: string[]) => ({ accountId: it.accountId, connectionId: it.connectionId, actor: "Femke Bakker", workOrderIds });
/** Its materials are not at the vendor. */
const lacking = (...codes: string[]) => enterComplete(it, {}, { materials: codes.map((code) => ({ code })) });

/** Makes due, sends what can be sent, and what follows it. */
async function exportAndSettle(): Promise<void> {
  await sweep(it);
  await work(it);
  await settle();
}

describe("work orders that are refused", () => {
  beforeEach(() => setOptions(it, { createsRelations: false, createsMaterials: false }));

  test("for what the vendor does not have are one issue per kind of record, with each work order and its own sentence", async () => {
    const one = await lacking("X1", "X2");
    const other = await lacking("X1");
    const customer = await enterComplete(it, { customerDebtorNumber: "99999" });
    await enterComplete(it);
    await exportAndSettle();
    const found = await issues();
    expect(found.map(({ cause, subject, severity, recordCount }) => [cause, subject, severity, recordCount])).toEqual([
      ["mappingMissing", "materialNotFound", "action", 2],
      ["mappingMissing", "relationNotFound", "action", 1],
    ]);
    expect(found[0]?.records).toEqual(expect.arrayContaining([
      expect.objectContaining({ type: "workOrder", id: one.id, number: one.number, problem: { code: "materialNotFound", params: expect.objectContaining({ material: "X1" }) } }),
      expect.objectContaining({ type: "workOrder", id: other.id, problem: { code: "materialNotFound", params: expect.objectContaining({ workOrder: other.number, vendor: "Fixture" }) } }),
    ]));
    expect(found[1]?.records).toMatchObject([{ id: customer.id, number: customer.number }]);
  });

  test("are resolved one by one: corrected and exported, put aside, or given another work status", async () => {
    const [corrected, dismissed, held] = [await lacking("X1"), await lacking("X1"), await lacking("X1")];
    await exportAndSettle();
    expect(await issues()).toMatchObject([{ recordCount: 3 }]);

    it.sales.articles.set("X1", null);
    await requestExport(it.engine, { ...asked(corrected.id), kind: "again" });
    await work(it);
    await settle();
    expect(await issues()).toMatchObject([{ recordCount: 2 }]);
    await dismissExports(it.engine, asked(dismissed.id));
    await settle();
    expect(await issues()).toMatchObject([{ recordCount: 1, records: [{ id: held.id }] }]);
    await it.db.prisma.workOrder.update({ where: { id: held.id }, data: { workStatusId: it.statuses.holdId } });
    await settle();
    expect(await issues()).toEqual([]);
    expect(await issues("resolved")).toHaveLength(1);
  });

  test("have their issue on the work order and in the log, each with the same sentence", async () => {
    const { id } = await lacking("X1");
    await exportAndSettle();
    const [issue] = await issues();
    const scope = { accountId: it.accountId, workOrderId: id };
    const standings = await readStandings(it.db, scope, { connectors: [it.connector], now: it.clock.now() });
    expect((await issuesOfStandings(it.db, it.accountId, standings))["fixture"]?.map((one) => one.id)).toEqual([issue?.id]);
    const entry = await it.db.prisma.logEntry.findFirstOrThrow({ where: { workOrderId: id, operation: "export.refused" } });
    expect(await readLogEntry(it.db, { accountId: it.accountId, entryId: entry.id })).toMatchObject({ issueId: issue?.id, messageKey: "exports.problem.materialNotFound.message", params: { material: "X1" } });
    expect(standings[0]?.answer).toMatchObject({ kind: "error", problems: [{ code: "materialNotFound", params: { material: "X1" } }] });
  });

  test("by the vendor itself are issues by what it refuses", async () => {
    const { id } = await enterComplete(it);
    it.sales.fates = ["refuse"];
    await exportAndSettle();
    expect(await issues()).toMatchObject([{ cause: "exportRejected", subject: "valueRefused", severity: "action", records: [{ id }] }]);
  });
});

describe("work orders that wait", () => {
  test("because the login is refused are part of that issue, and go when it is accepted", async () => {
    const { id } = await enterComplete(it, { customerDebtorNumber: "40001" });
    it.sales.failsToRead = new AppError("credentials_refused", { kind: "config" });
    await exportAndSettle();
    expect(await issues()).toMatchObject([{ cause: "credentialsExpired", subject: "credentials_refused", severity: "action", records: [{ id }] }]);
    it.sales.failsToRead = null;
    await it.db.prisma.connection.updateMany({ data: { state: "connected", stateReason: null } });
    await settle();
    expect(await issues()).toEqual([]);
  });

  test("because the vendor is away are one issue, until they are there", async () => {
    await enterComplete(it);
    await enterComplete(it);
    it.sales.fates = ["away"];
    await exportAndSettle();
    expect(await issues()).toMatchObject([{ cause: "vendorDown", severity: "watch", recordCount: 2, params: { code: "vendor_unreachable" } }]);
    await workOut(it);
    await settle();
    expect(await issues()).toEqual([]);
  });

  test("because of an unexpected error are said only when it stays", async () => {
    await enterComplete(it, { customerDebtorNumber: "40002" });
    it.sales.beforeRequest = () => {
      throw new Error("a fault of ours");
    };
    await exportAndSettle();
    expect(await issues()).toEqual([]);
    await workOut(it, 1);
    await settle();
    expect(await issues()).toMatchObject([{ cause: "exportsWaiting", subject: "unexpected", severity: "watch", recordCount: 1 }]);
  });
});

describe("an outcome that is open", () => {
  test("is an issue once it stays open longer than looking it up takes, and none when it was found", async () => {
    const { id } = await enterComplete(it);
    it.sales.fates = ["lost"];
    await sweep(it);
    const until = await work(it);
    await settle();
    expect(await issues()).toEqual([]);
    it.sales.failsToRead = new AppError("vendor_nonsense", { kind: "system" });
    if (until) it.clock.passTo(until);
    await work(it);
    it.clock.pass(16 * 60_000);
    await settle();
    expect(await issues()).toMatchObject([{ cause: "exportUncertain", severity: "watch", records: [{ id }] }]);
    it.sales.failsToRead = null;
    await workOut(it);
    await settle();
    expect(await issues()).toEqual([]);
  });

  test("that a person must decide is an issue with the question", async () => {
    const { id, number } = await enterComplete(it);
    it.sales.fates = ["lost"];
    await sweep(it);
    await work(it);
    it.sales.book({ reference: number, content: { head: { customer: "10001" }, lines: [] } });
    await workOut(it);
    await settle();
    expect(await issues()).toMatchObject([{ cause: "exportNeedsReview", severity: "action", records: [{ id, problem: { code: "foundDiffers" } }] }]);
    await dismissExports(it.engine, asked(id));
    await settle();
    expect(await issues()).toEqual([]);
  });
});

describe("what follows a booking", () => {
  beforeEach(async () => {
    await it.close();
    await start(true);
  });

  test("and is required needs a person until it is done", async () => {
    it.sales.steps = ["finish"];
    it.sales.stepFates = ["refuse"];
    const { id } = await enterComplete(it);
    await exportAndSettle();
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
    expect(await issues()).toMatchObject([{ cause: "followUpFailed", subject: "finish", severity: "action", records: [{ id, document: { number: expect.any(String) } }] }]);
    await finishAgain(it.engine, { accountId: it.accountId, connectionId: it.connectionId, workOrderId: id, actor: "Femke Bakker" });
    await work(it);
    await settle();
    expect(await issues()).toEqual([]);
  });

  test("and only adds to it is watched for two weeks", async () => {
    it.sales.steps = ["email"];
    it.sales.stepFates = ["refuse"];
    await enterComplete(it);
    await exportAndSettle();
    expect(await issues()).toMatchObject([{ cause: "followUpFailed", subject: "email", severity: "watch" }]);
    it.clock.pass(15 * 24 * 60 * 60_000);
    await it.db.prisma.connection.updateMany({ data: { nextSyncAt: null, dueSince: null } });
    await settle();
    expect(await issues()).toEqual([]);
  });
});

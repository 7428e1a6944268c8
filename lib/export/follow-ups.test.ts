import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FollowUpId } from "@/lib/connectors/exporter";
import { exportNext } from "@/lib/export/export-next";
import { finishAgain } from "@/lib/export/finish-again";
import type { StepFate } from "@/lib/export/fixtures/sales-vendor";
import { createExportTest, enterComplete, readExport, sweep, work, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { previewExport } from "@/lib/export/preview-export";
import { readStandings } from "@/lib/export/read-standings";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest({}, { isInvoicing: true })));
afterAll(() => it.close());
beforeEach(() => {
  it.sales.fates = [];
  it.sales.stepFates = [];
  it.sales.steps = ["attachment", "finish", "email"];
  it.sales.beforeRequest = () => {};
  it.sales.requests.length = 0;
  it.sales.documents.length = 0;
});

const next = (worker: string) => exportNext(it.engine, { connectionId: it.connectionId, worker });
const documentOf = (number: string) => it.sales.documents.filter(({ reference }) => reference === number);
const statesOf = async (id: string) => Object.fromEntries((await standingOf(id)).document?.followUps.map((one) => [one.id, one.state]) ?? []);
/** By their sentences: time stands still in this test. */
const logOf = async (id: string) => (await it.db.prisma.logEntry.findMany({ where: { workOrderId: id }, orderBy: { messageKey: "asc" } })).map(({ level, messageKey, remedy }) => [level, messageKey, remedy]);

async function standingOf(workOrderId: string) {
  const [standing] = await readStandings(it.db, { accountId: it.accountId, workOrderId }, { connectors: [it.connector], now: it.clock.now() });
  if (!standing) throw new Error("There is no standing");
  return standing;
}

async function enter(steps: FollowUpId[], fates: StepFate[] = []) {
  it.sales.steps = steps;
  it.sales.stepFates = fates;
  const workOrder = await enterComplete(it);
  await sweep(it);
  return workOrder;
}

describe("what follows a booking", () => {
  test("is done in order, written down before and after, and the number is the one it has in the end", async () => {
    const { id, number } = await enter(["attachment", "finish", "email"]);
    await work(it);
    const [document] = documentOf(number);
    expect(document).toMatchObject({ state: "final", mails: 1 });
    expect(Buffer.from(document?.files[0] ?? []).subarray(0, 5).toString()).toBe("%PDF-");
    const stored = await readExport(it, id);
    expect(stored).toMatchObject({ status: "handled", state: "finished", intent: { documentNumber: document?.number, waitsUntil: null, leaseUntil: null } });
    expect(stored.journal).toEqual([
      "intent.created", "send.begun", "send.answered", "follow-up.begun", "follow-up.done", "follow-up.begun", "follow-up.done", "follow-up.begun", "follow-up.done", "look-up.found", "export.finished",
    ]);
    expect(it.sales.requests).toEqual(["lookUp", "send", "attachment", "finish", "email", "find"]);
    expect((await standingOf(id)).document).toMatchObject({ state: "final", number: document?.number, totalCents: 10_115, followUps: [{ id: "attachment", state: "done" }, { id: "finish", state: "done" }, { id: "email", state: "done" }] });
  });

  test("hands over a PDF that comes to what the document comes to", async () => {
    const { exporter } = it.connector;
    const { prepare } = exporter;
    const without = { materials: "25.00", hours: "60.00", net: "85.00", vat: [{ rate: "0", base: "85.00", amount: "0.00" }], gross: "85.00", billedHours: "1.00" };
    const drawn: Buffer[] = [];
    for (const totals of [undefined, without]) {
      exporter.prepare = (...given) => ({ ...prepare(...given), ...(totals ? { totals } : {}) });
      const { number } = await enter(["attachment"], ["lost"]);
      await workOut(it);
      drawn.push(Buffer.from(documentOf(number)[0]?.files[0] ?? []));
    }
    exporter.prepare = prepare;
    // Another total with VAT is one line more.
    expect(drawn.map((pdf) => pdf.subarray(0, 5).toString())).toEqual(["%PDF-", "%PDF-"]);
    expect(drawn[0]?.length).not.toBe(drawn[1]?.length);
  });

  test("stands in the preview, which does nothing of it", async () => {
    const { id } = await enter(["finish"]);
    expect(await previewExport(it.engine, { accountId: it.accountId, workOrderId: id, connectionId: it.connectionId })).toMatchObject({ followUps: ["finish"] });
    expect(it.sales.requests).toEqual(["lookUp"]);
    await work(it);
  });

  test("is done with a document that was found again, too", async () => {
    it.sales.fates = ["silent"];
    const { id, number } = await enter(["finish"]);
    await workOut(it);
    expect(documentOf(number)).toMatchObject([{ state: "final" }]);
    expect(it.sales.count("send")).toBe(1);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });

  test.each<[StepFate, string]>([["locked", "vendor_error"], ["limited", "vendor_rate_limited"], ["away", "vendor_unreachable"], ["lost", "vendor_slow"], ["silent", "vendor_slow"]])("waits when it is %s, says for what, and is made up for", async (fate, code) => {
    const { id, number } = await enter(["finish", "email"], [fate, fate]);
    const until = await work(it);
    expect(until?.getTime()).toBeGreaterThan(it.clock.now().getTime());
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "finishing", until: until?.toISOString(), error: { code } }, choices: [], document: { followUps: [{ id: "finish", state: "due" }, { id: "email", state: "due" }] } });
    expect(await readExport(it, id)).toMatchObject({ status: "complete", state: "sent" });
    await workOut(it);
    expect(documentOf(number)).toMatchObject([{ state: "final", mails: 1 }]);
    expect(await readExport(it, id)).toMatchObject({ status: "handled", state: "finished", intent: { waitsFor: null } });
    expect((await logOf(id)).map(([, key]) => key)).toEqual(["export.finished", "export.followUpWaits"]);
  });

  test("waits for a person where the login is refused, and goes on afterwards", async () => {
    const { id, number } = await enter(["finish"], ["expired"]);
    await work(it);
    expect(await it.db.prisma.connection.findUnique({ where: { id: it.connectionId } })).toMatchObject({ state: "action_required" });
    expect(await work(it)).toBeNull();
    expect(await readExport(it, id)).toMatchObject({ state: "sent", status: "complete" });
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "connected", stateReason: null } });
    await work(it);
    expect(documentOf(number)).toMatchObject([{ state: "final" }]);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });
});

describe("what is refused", () => {
  test("leaves the draft there where it is required; a person can have it tried again, once it was corrected", async () => {
    const { id, number } = await enter(["attachment", "finish", "email"], ["done", "refuse"]);
    await workOut(it);
    expect(documentOf(number)).toMatchObject([{ state: "draft", mails: 0 }]);
    expect(await readExport(it, id)).toMatchObject({ status: "handled", state: "finished", intent: { documentNumber: number } });
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "notFinished", number, error: { code: "vendor_error" } }, choices: ["finishAgain"], document: { state: "draft" } });
    expect(await statesOf(id)).toEqual({ attachment: "done", finish: "failed", email: "skipped" });
    expect(await logOf(id)).toEqual([["success", "export.finished", null], ["error", "export.followUpFailed", "exports.followUp.remedy.finish"]]);

    const request = { accountId: it.accountId, connectionId: it.connectionId, workOrderId: id, actor: "Femke" };
    expect(await finishAgain(it.engine, request)).toMatchObject([{ outcome: "done" }]);
    expect(await finishAgain(it.engine, request)).toMatchObject([{ outcome: "unchanged" }]);
    await work(it);
    expect(documentOf(number)).toMatchObject([{ state: "final", mails: 1 }]);
    expect(await standingOf(id)).toMatchObject({ answer: { kind: "done" }, choices: [] });
    expect(await finishAgain(it.engine, request)).toMatchObject([{ outcome: "refused", code: "export_not_possible" }]);
  });

  test("is a warning where nobody needs it: the invoice goes its way", async () => {
    const { id, number } = await enter(["attachment", "finish", "email"], ["refuse", "done", "refuse"]);
    await work(it);
    expect(documentOf(number)).toMatchObject([{ state: "final", files: [], mails: 0 }]);
    expect(await readExport(it, id)).toMatchObject({ status: "handled", state: "finished" });
    expect(await statesOf(id)).toEqual({ attachment: "failed", finish: "done", email: "failed" });
    expect(await logOf(id)).toEqual([["success", "export.finished", null], ["warning", "export.followUpFailed", "exports.followUp.remedy.attachment"], ["warning", "export.followUpFailed", "exports.followUp.remedy.email"]]);
  });

  test("is not tried for ever where nobody needs it, and for as long as it takes where it is required", async () => {
    const { id } = await enter(["attachment", "finish"], Array.from({ length: 6 }, () => "lost" as const));
    await workOut(it);
    expect(await statesOf(id)).toEqual({ attachment: "failed", finish: "done" });
    const { id: other } = await enter(["finish"], Array.from({ length: 12 }, () => "locked" as const));
    await workOut(it);
    expect(await statesOf(other)).toEqual({ finish: "done" });
  });
});

describe("a worker that is lost", () => {
  /** The worker stands still in this request, its lease passes, and another one takes over; then it comes back. */
  async function loseAt(operation: string) {
    let reach = () => {};
    let letGo = () => {};
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const released = new Promise<void>((resolve) => (letGo = resolve));
    let isFirst = true;
    it.sales.beforeRequest = async (one) => {
      if (one !== operation || !isFirst) return;
      isFirst = false;
      reach();
      await released;
    };
    const silent = next("silent");
    await reached;
    it.clock.pass(it.engine.timing.exportLease + 1);
    await workOut(it);
    letGo();
    await silent;
  }

  test.each(["attachment", "finish", "find"])("in %s is replaced by one that makes up for it, and everything is there once", async (operation) => {
    const { id, number } = await enter(["attachment", "finish", "email"]);
    await loseAt(operation);
    expect(documentOf(number)).toMatchObject([{ state: "final", mails: 1 }]);
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
  });

  test("in an e-mail may have sent it: it is never sent again, and people are told", async () => {
    const { id, number } = await enter(["finish", "email"]);
    await loseAt("email");
    expect(it.sales.count("email")).toBe(1);
    expect(documentOf(number)[0]?.mails).toBeLessThanOrEqual(1);
    expect(await statesOf(id)).toEqual({ finish: "done", email: "uncertain" });
    expect(await readExport(it, id)).toMatchObject({ state: "finished" });
    expect(await logOf(id)).toContainEqual(["warning", "export.followUpUncertain", "exports.followUp.remedy.email"]);
  });

  test("and the answer to an e-mail that is lost is never made up for", async () => {
    const { id } = await enter(["finish", "email"], ["done", "silent"]);
    await workOut(it);
    expect(it.sales.count("email")).toBe(1);
    expect(await statesOf(id)).toEqual({ finish: "done", email: "uncertain" });
  });
});

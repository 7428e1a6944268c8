import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stubEnvironment } from "@/e2e/support/environment";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import type { ExportState, WorkOrderStatus } from "@/lib/generated/prisma/enums";
import { changeStatus } from "@/lib/work-orders/change-status";
import { changeWorkStatus } from "@/lib/work-orders/change-work-status";
import { createWorkOrder, type Creation } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { createExportingAccount, writeIntent, type ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { insertWorkOrders } from "@/lib/work-orders/insert-work-orders";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import { workOrderStatuses } from "@/lib/work-orders/status-steps";
import { contentOfInput } from "@/lib/work-orders/work-order-content";

let db: Database;
let account: ExportingAccount;
beforeAll(async () => {
  stubEnvironment();
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => (account = await createExportingAccount(db)));

const create = async (more: Partial<Creation> = {}) => {
  const input = enterWorkOrder({ lines: [enterMaterial()] });
  return (await createWorkOrder(db, { accountId: account.accountId, actor: null, origin: "office", input, ...more })).id;
};
const read = (id: string) => readWorkOrder(db, account.accountId, id);
const setStatus = (ids: string[], status: WorkOrderStatus, now?: Date) => changeStatus(db, { accountId: account.accountId, ids, status, actor: "Piet Planner", ...(now && { now }) });
const setWorkStatus = (ids: string[], workStatusId: string | null) => changeWorkStatus(db, { accountId: account.accountId, ids, workStatusId, actor: "Piet Planner" });
const intentsOf = (workOrderId: string) => db.prisma.exportIntent.findMany({ where: { workOrderId } });

describe("the status of a work order", () => {
  const allowed = ["ready → retrieved", "ready → complete", "retrieved → complete", "retrieved → ready", "complete → handled", "complete → retrieved", "handled → complete"];

  it.each(workOrderStatuses.flatMap((from) => workOrderStatuses.filter((to) => to !== from).map((to) => [from, to] as const)))("%s → %s", async (from, to) => {
    const id = await create({ status: from });
    const [result] = (await setStatus([id], to)).results;
    expect(result?.outcome).toBe(allowed.includes(`${from} → ${to}`) ? "done" : "refused");
    if (result?.outcome === "refused") expect(result).toMatchObject({ code: "work_order_step", params: { from, to } });
    expect((await read(id)).status).toBe(result?.outcome === "done" ? to : from);
  });

  it("has a moment of completion from complete on, which handled keeps and a step back takes away", async () => {
    const id = await create();
    const [first, later] = [new Date("2026-11-20T09:00:00Z"), new Date("2026-11-21T09:00:00Z")];
    await setStatus([id], "complete", first);
    await setStatus([id], "handled", later);
    expect((await read(id)).completedAt).toBe(first.toISOString());
    await setStatus([id], "complete", later);
    await setStatus([id], "retrieved", later);
    expect(await read(id)).toMatchObject({ completedAt: null, version: 5 });
    expect((await read(id)).events[0]).toMatchObject({ kind: "statusChanged", before: "complete", after: "retrieved", actor: "Piet Planner" });
  });

  it.each<[ExportState, WorkOrderStatus, WorkOrderStatus, string]>([
    ["finished", "handled", "complete", "work_order_exported"],
    ["finished", "complete", "retrieved", "work_order_exported"],
    ["finished", "complete", "handled", "done"],
    ["uncertain", "complete", "handled", "work_order_sending"],
    ["sending", "complete", "retrieved", "work_order_sending"],
    ["pending", "complete", "retrieved", "done"],
    ["rejected", "complete", "retrieved", "done"],
  ])("with an export that is %s, %s → %s: %s", async (state, from, to, expected) => {
    const id = await create({ status: from });
    await writeIntent(db, account, id, { state });
    const [result] = (await setStatus([id], to)).results;
    expect(result?.outcome === "refused" ? result.code : result?.outcome).toBe(expected);
  });

  it("is set for each by itself, and each is answered", async () => {
    const [ready, handled, complete] = [await create(), await create({ status: "handled" }), await create({ status: "complete" })];
    const foreign = (await createWorkOrder(db, { accountId: (await createAccount(db)).id, actor: null, origin: "api", input: enterWorkOrder() })).id;
    const { results } = await setStatus([ready, handled, complete, foreign, "nonsense", ready], "complete");
    expect(results.map((result) => [result.number, result.outcome === "refused" ? result.code : result.outcome])).toEqual([
      ["2026.0001", "done"], ["2026.0002", "done"], ["2026.0003", "unchanged"], [null, "work_order_not_found"], [null, "work_order_not_found"],
    ]);
    expect((await db.prisma.workOrder.findUniqueOrThrow({ where: { id: foreign } })).status).toBe("ready");
  });

  it("is set for hundreds at once", async () => {
    const content = contentOfInput(enterWorkOrder());
    const head = { accountId: account.accountId, status: "ready", workStatusId: null, origin: "csv", completedAt: null, createdAt: new Date(), content } as const;
    const many = Array.from({ length: 230 }, (_, index) => ({ ...head, id: randomUUID(), number: `N${index}` }));
    await db.prisma.$transaction((tx) => insertWorkOrders(tx, many));
    const { results } = await setStatus(many.map(({ id }) => id), "retrieved");
    expect(results.map(({ number, outcome }) => `${number} ${outcome}`)).toEqual(many.map(({ number }) => `${number} done`));
    expect(await db.prisma.workOrder.count({ where: { accountId: account.accountId, status: "retrieved", version: 2 } })).toBe(230);
  });

  it("changes once when two people set it at the same moment", async () => {
    const ids = await Promise.all([create(), create(), create()]);
    const answers = await Promise.all([setStatus(ids, "complete"), setStatus([...ids].reverse(), "complete")]);
    expect(answers.flatMap(({ results }) => results.map(({ outcome }) => outcome)).sort()).toEqual(["done", "done", "done", "unchanged", "unchanged", "unchanged"]);
  });
});

describe("what is to be exported", () => {
  it("becomes due in the moment it is complete, once", async () => {
    const id = await create({ workStatusId: account.sendId });
    expect(await setStatus([id], "complete")).toMatchObject({ dueIn: [account.connectionId], results: [{ outcome: "done" }] });
    await setStatus([id], "retrieved");
    await setStatus([id], "complete");
    expect(await intentsOf(id)).toMatchObject([{ state: "pending", trigger: "completion", requestedBy: "Piet Planner", revision: 1 }]);
  });

  it("becomes due when it is created complete, or gets the work status that sends", async () => {
    expect(await intentsOf(await create({ status: "complete", workStatusId: account.sendId }))).toHaveLength(1);
    const held = await create({ status: "complete", workStatusId: account.holdId });
    expect(await intentsOf(held)).toHaveLength(0);
    expect((await setWorkStatus([held], account.sendId)).dueIn).toEqual([account.connectionId]);
    expect(await intentsOf(held)).toHaveLength(1);
  });

  it("goes out again after a refusal when its work status is set back", async () => {
    const id = await create({ status: "complete", workStatusId: account.errorId });
    await writeIntent(db, account, id, { state: "rejected", problem: { problems: [] } });
    expect((await setWorkStatus([id], account.sendId)).dueIn).toEqual([account.connectionId]);
    expect((await intentsOf(id)).map(({ state }) => state).sort()).toEqual(["pending", "rejected"]);
  });
});

describe("the work status", () => {
  it("is set whatever the status, told with both names, and not while it is being sent", async () => {
    const [one, sending] = [await create({ workStatusId: account.holdId }), await create({ status: "complete" })];
    await writeIntent(db, account, sending, { state: "uncertain" });
    const { results } = await setWorkStatus([one, sending], account.sendId);
    expect(results).toMatchObject([{ outcome: "done" }, { outcome: "refused", code: "work_order_sending", params: { vendor: "Cash" } }]);
    expect((await read(one)).events[0]).toMatchObject({ kind: "workStatusChanged", before: "0 – Niet naar Cash", after: "1 – Naar Cash" });
    expect((await setWorkStatus([one], account.sendId)).results).toMatchObject([{ outcome: "unchanged" }]);
    expect((await setWorkStatus([one], null)).results).toMatchObject([{ outcome: "done" }]);
    expect((await read(one)).workStatus).toBeNull();
  });

  it("of another account cannot be set", async () => {
    const id = await create();
    await expect(setWorkStatus([id], (await createExportingAccount(db)).sendId)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

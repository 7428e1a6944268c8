import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { stubEnvironment } from "@/e2e/support/environment";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { completeWorkOrder } from "@/lib/work-orders/complete-work-order";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { createExportingAccount, type ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";

let db: Database;
let account: ExportingAccount;
let id: string;
beforeAll(async () => {
  stubEnvironment();
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  account = await createExportingAccount(db);
  const input = enterWorkOrder({ workDate: "2026-11-18", lines: [enterMaterial()] });
  ({ id } = await createWorkOrder(db, { accountId: account.accountId, actor: null, origin: "office", input, workStatusId: account.holdId }));
});

const read = () => readWorkOrder(db, account.accountId, id);
const complete = (more: Partial<Parameters<typeof completeWorkOrder>[1]> = {}) =>
  completeWorkOrder(db, { accountId: account.accountId, id, version: 1, actor: "Piet Planner", endDate: "2026-11-19", workStatusId: account.sendId, ...more });

it("completing sets end date, work status and status together, and it goes out as it then is", async () => {
  expect(await complete()).toEqual({ results: [{ id, number: "2026.0001", outcome: "done" }], dueIn: [account.connectionId] });
  const detail = await read();
  expect(detail).toMatchObject({ status: "complete", endDate: "2026-11-19", workStatus: { id: account.sendId }, completedAt: expect.any(String) });
  expect(detail.events.map(({ kind }) => kind)).toEqual(["statusChanged", "workStatusChanged", "changed", "created"]);
  expect(await db.prisma.exportIntent.count({ where: { workOrderId: id, state: "pending" } })).toBe(1);
});

it("work that ended on the day it began has no end of its own, and nothing goes out with a work status that holds it", async () => {
  expect((await complete({ endDate: "2026-11-18", workStatusId: account.holdId })).dueIn).toEqual([]);
  expect(await read()).toMatchObject({ endDate: null, status: "complete" });
  expect((await read()).events.map(({ kind }) => kind)).toEqual(["statusChanged", "created"]);
});

it.each([
  [{ version: 7 }, "work_order_outdated"],
  [{ endDate: "2026-11-17" }, "invalid_input"],
  [{ workStatusId: "6b1f3a52-0f65-4cf0-8f0e-1a0f65f3a520" }, "invalid_input"],
])("with %o nothing is written at all", async (more, code) => {
  const before = await read();
  await expect(complete(more)).rejects.toMatchObject({ code });
  expect(await read()).toEqual(before);
});

it("is refused where the step is not allowed, and pointless a second time", async () => {
  await complete();
  expect((await complete({ version: (await read()).version })).results).toMatchObject([{ outcome: "unchanged" }]);
  await db.prisma.workOrder.update({ where: { id }, data: { status: "handled" } });
  await db.prisma.exportIntent.updateMany({ where: { workOrderId: id }, data: { state: "finished", documentNumber: "VO-1" } });
  expect((await complete({ version: (await read()).version })).results).toMatchObject([{ outcome: "refused", code: "work_order_exported" }]);
  await expect(complete({ accountId: (await createAccount(db)).id })).rejects.toMatchObject({ code: "work_order_not_found" });
});

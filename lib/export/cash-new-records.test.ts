import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { stubEnvironment } from "@/e2e/support/environment";
import { known, openLane, type CashLane } from "@/e2e/exports/cash/lane";
import { cashSettingsSchema } from "@/lib/connectors/cash/settings-schema";
import { exportNext } from "@/lib/export/export-next";
import { makeDueAll } from "@/lib/export/make-due";
import { advanceImport } from "@/lib/sync/advance-import";
import { claimRun } from "@/lib/sync/claim-run";
import { finishRun } from "@/lib/sync/finish-run";
import { requestRun } from "@/lib/sync/request-run";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";

let database: TestDatabase;
let lane: CashLane;
beforeAll(async () => {
  stubEnvironment();
  database = await createTestDatabase();
  lane = await openLane(database.url);
  const settings = cashSettingsSchema.parse({ exports: { isOn: true } });
  await lane.engine.db.prisma.connection.update({ where: { id: lane.connectionId }, data: { settings, settingsVersion: { increment: 1 } } });
});
afterAll(async () => {
  await lane.close();
  await database.drop();
});

const customer = { debtorNumber: null, name: "Nieuwe Klant B.V.", street: "Havenweg", houseNumber: "7", postalCode: "4811 XR", city: "Breda", countryCode: "NL" };

async function exportAll(): Promise<void> {
  const { engine, connectionId } = lane;
  await makeDueAll(engine, { connectionId, trigger: "manual", requestedBy: "Femke" });
  for (let step = 0; step < 100; step += 1) {
    const advance = await exportNext(engine, { connectionId, worker: "test" });
    if (advance.state === "idle") return;
    if (advance.state === "waits" && advance.until) await lane.passTo(advance.until);
  }
  throw new Error("The exports never come to an end");
}

async function place(code: string): Promise<string> {
  const { accountId, sendId, engine } = lane;
  const input = enterWorkOrder({ customer, lines: [enterMaterial({ code, name: "Bijzondere klep", price: "19.95" }), enterPeriod({ hourTypeCode: known.hourType })] });
  return (await createWorkOrder(engine.db, { accountId, actor: null, origin: "office", input, status: "complete", workStatusId: sendId })).id;
}

async function importAll(): Promise<void> {
  const { accountId, connectionId, engine } = lane;
  await requestRun(engine.db, { accountId, connectionId, trigger: "manual", requestedBy: null }, engine.findConnector);
  const claim = await claimRun(engine, connectionId, "sync");
  for (const retrieval of claim?.retrievals ?? []) await advanceImport(engine, { runId: claim?.runId ?? "", fence: claim?.fence ?? 0, retrieval, attempt: 0, isLastTry: true });
  await finishRun(engine, { runId: claim?.runId ?? "", fence: claim?.fence ?? 0 });
}

test("a customer and an article that Cash lacks are created there once, and the next import takes them for what they are", async () => {
  const { prisma } = lane.engine.db;
  const ids = [await place("NIEUW-1"), await place("NIEUW-1")];
  await exportAll();
  const orders = await prisma.workOrder.findMany({ where: { id: { in: ids } }, select: { status: true, customerDebtorNumber: true, intents: { select: { state: true, documentNumber: true } } } });
  const number = orders[0]?.customerDebtorNumber ?? "";
  // As people know it, without the noughts that Cash writes before it.
  expect(number).toMatch(/^[1-9]\d*$/);
  expect(orders).toEqual(ids.map(() => ({ status: "handled", customerDebtorNumber: number, intents: [{ state: "finished", documentNumber: expect.any(String) }] })));
  const relation = await prisma.relation.findFirstOrThrow({ where: { name: customer.name } });
  expect(relation).toMatchObject({ debtorNumber: number, street: "Havenweg 7", active: true });

  await importAll();
  expect(await prisma.relation.findMany({ where: { debtorNumber: number } })).toMatchObject([{ id: relation.id, active: true, city: expect.stringMatching(/breda/i) }]);
  expect(await prisma.externalLink.count({ where: { localId: relation.id } })).toBe(1);
  expect(await prisma.skippedRecord.findMany({ where: { externalId: { contains: number } } })).toEqual([]);
  expect(await prisma.material.findMany({ where: { code: "NIEUW-1" } })).toMatchObject([{ active: true, name: expect.stringMatching(/klep/i) }]);

  const third = await place("NIEUW-1");
  await exportAll();
  expect(await prisma.workOrder.findUnique({ where: { id: third } })).toMatchObject({ status: "handled", customerDebtorNumber: number });
  expect(await prisma.relation.count({ where: { name: { contains: "Nieuwe Klant" } } })).toBe(1);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { english } from "@/e2e/support/proof/english";
import { cashSettingsSchema } from "@/lib/connectors/cash/settings-schema";
import { previewExport } from "@/lib/export/preview-export";
import { makeDueAll } from "@/lib/export/make-due";
import { readOutcome } from "@/lib/export/stored-outcome";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";
import { calculateOrder } from "./calculate-order";
import { known, openLane, type CashLane } from "./lane";
import { readOrders } from "./read-orders";
import { Worker } from "@/e2e/exports/worker";

const [material] = known.materials;

let database: TestDatabase;
let lane: CashLane;
beforeAll(async () => {
  database = await createTestDatabase();
  lane = await openLane(database.url);
});
afterAll(async () => {
  await lane.close();
  await database.drop();
});

const setOptions = (exports: Record<string, unknown>) =>
  lane.engine.db.prisma.connection.update({ where: { id: lane.connectionId }, data: { settings: cashSettingsSchema.parse({ exports: { isOn: true, ...exports } }), settingsVersion: { increment: 1 } } });

async function place(input: WorkOrderInput) {
  const { db } = lane.engine;
  const created = await createWorkOrder(db, { accountId: lane.accountId, actor: "Marit", origin: "office", status: "complete", input, now: lane.now() });
  await db.prisma.workOrder.update({ where: { id: created.id, accountId: lane.accountId }, data: { workStatusId: lane.sendId } });
  return created;
}

/** Exports what is due. Out: the state of a work order's export and the sentences that say what is wrong. */
async function exportDue(workOrderId: string) {
  const { engine, connectionId } = lane;
  await makeDueAll(engine, { connectionId, trigger: "schedule", requestedBy: null });
  const worker = new Worker(lane, "one", null);
  for (let turn = 0; turn < 50 && (await worker.turn()).state === "worked"; turn += 1);
  const { state, problem } = await engine.db.prisma.exportIntent.findFirstOrThrow({ where: { workOrderId }, orderBy: [{ requestedAt: "desc" }, { id: "desc" }] });
  return { state, sentences: readOutcome(problem).problems.map(({ code, params }) => english(`exports.problem.${code}.message`, params)) };
}

test("one with 500 lines is in Cash with all of them, in their order", { timeout: 5 * 60_000 }, async () => {
  const lines = Array.from({ length: 500 }, (_, index) => enterMaterial({ code: material, name: `Regel ${index + 1}`, quantity: `${index + 1}`, price: `${index % 90}.25`, discount: String(index % 100) }));
  const input = enterWorkOrder({ lines });
  const { id, number } = await place(input);
  expect(await exportDue(id)).toEqual({ state: "finished", sentences: [] });
  const expected = calculateOrder(number, input);
  expect((await readOrders(lane.sandbox)).get(expected.reference)).toEqual([{ ...expected, net: undefined }]);
});

test("one without lines says so, in one sentence", async () => {
  const { id, number } = await place(enterWorkOrder({ lines: [] }));
  expect(await exportDue(id)).toEqual({ state: "rejected", sentences: [`No materials or work periods on work order ${number}`] });
});

test("one whose text holds emoji and | arrives once with its text readable, and the preview says beforehand what is replaced", async () => {
  const input = enterWorkOrder({ shortDescription: "Lekkage 💧 | spoed 🔧", externalProjectNumber: "P|7 🏗", lines: [enterMaterial({ code: material, name: "Kraan 🚰 | ½ duim & \"O-ring\" <2>", quantity: "1", price: "9.95" })] });
  const { id, number } = await place(input);
  const preview = await previewExport(lane.engine, { accountId: lane.accountId, workOrderId: id, connectionId: lane.connectionId });
  expect(preview.problems).toEqual([]);
  expect(preview.warnings.map(({ code }) => code)).toContain("charactersReplaced");
  expect(await exportDue(id)).toEqual({ state: "finished", sentences: [] });
  const orders = [...(await readOrders(lane.sandbox)).entries()].filter(([reference]) => reference.startsWith(number));
  expect(orders).toHaveLength(1);
  const { rows } = await lane.sandbox.records("01", "2410", { search: "Kraan", limit: 10 });
  expect(rows.map(({ fields }) => fields["2001"]).join("\n")).toMatch(/^Kraan .*duim & "O-ring" <2>$/);
});

test("one whose customer was deleted, here and in Cash, says so; with missing customers created, the customer comes back once and the order with it", async () => {
  const { db } = lane.engine;
  await lane.sandbox.changeRecords("01", [
    { action: "put", table: "0101", fields: { "0101": "010024", "0103": "Slagerij Bos", "0105": "Kade 1", "0107": "4811 AB BREDA" } },
    { action: "put", table: "2220", fields: { "0101": "010024" } },
  ]);
  const customer = { debtorNumber: "10024", name: "Slagerij Bos", street: "Kade", houseNumber: "1", postalCode: "4811 AB", city: "Breda", countryCode: "NL" };
  const relation = await db.prisma.relation.create({ data: { accountId: lane.accountId, debtorNumber: "10024", name: "Slagerij Bos", street: "Kade 1", postalCode: "4811 AB", city: "Breda" } });
  const input = enterWorkOrder({ customer, lines: [enterMaterial({ code: material, quantity: "1", price: "5" })] });
  const [first, second] = [await place(input), await place(input)];
  await lane.sandbox.changeRecords("01", [{ action: "remove", table: "2220", key: "010024" }, { action: "remove", table: "0101", key: "010024" }]);
  await db.prisma.relation.delete({ where: { id: relation.id, accountId: lane.accountId } });
  await setOptions({ newRelation: false });
  expect(await exportDue(first.id)).toEqual({ state: "rejected", sentences: [`Relation 10024 on work order ${first.number} not found in Cash`] });
  await setOptions({ newRelation: true });
  const third = await place(input);
  expect(await exportDue(third.id)).toEqual({ state: "finished", sentences: [] });
  expect((await lane.sandbox.records("01", "0101", { search: "Slagerij Bos" })).rows.map(({ key }) => key)).toEqual(["010024"]);
  expect((await db.prisma.workOrder.findUniqueOrThrow({ where: { id: second.id } })).status, "the other one was refused, and waits for a person").toBe("complete");
});

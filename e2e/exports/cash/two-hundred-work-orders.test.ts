import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { english } from "@/e2e/support/proof/english";
import { cashSettingsSchema } from "@/lib/connectors/cash/settings-schema";
import { makeDueAll } from "@/lib/export/make-due";
import { requestExport } from "@/lib/export/request-export";
import { readOutcome } from "@/lib/export/stored-outcome";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { updateWorkOrder } from "@/lib/work-orders/update-work-order";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";
import { calculateOrder, type CalculatedOrder } from "./calculate-order";
import { flaws } from "./flaws";
import { known, openLane, type CashLane } from "./lane";
import { readOrders } from "./read-orders";
import { Worker } from "@/e2e/exports/worker";

const right = 180;

type Placed = { readonly id: string; readonly number: string; readonly input: WorkOrderInput; readonly sentence: string | null };

let database: TestDatabase;
let lane: CashLane;
const placed: Placed[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  lane = await openLane(database.url);
  const { db } = lane.engine;
  const settings = cashSettingsSchema.parse({ exports: { isOn: true, newRelation: false, newMaterial: false, hourRounding: "15", lineSequence: "asEntered" } });
  await db.prisma.connection.update({ where: { id: lane.connectionId }, data: { settings, settingsVersion: { increment: 1 } } });
  await db.prisma.hourType.create({ data: { accountId: lane.accountId, code: "REIS", name: "Reistijd", price: "30", billable: false } });
  for (let index = 0; index < right; index += 1) placed.push(await place(goodInput(index), null));
  for (const [index, { change, sentence }] of [...flaws, ...flaws].entries()) placed.push(await place(change(goodInput(index)), sentence));
  expect(placed).toHaveLength(200);
}, 10 * 60_000);
afterAll(async () => {
  await lane.close();
  await database.drop();
});

/** Awkward figures: tenths that no binary fraction holds, thirds of an hour, credits, discounts with decimals. */
function goodInput(index: number): WorkOrderInput {
  const [first = "", second = ""] = known.materials;
  const quantities = ["0.1", "0.2", "3", "-2", "12.75", "1.33"];
  const prices = ["0.33", "12.5", "1999.99", "0.07", "8"];
  const discounts = ["0", "12.5", "33.33", "100", "5"];
  const minutes = [7, 15, 16, 20, 61, 480];
  const of = <Item>(items: readonly Item[], shift: number): Item => items[(index + shift) % items.length] ?? raise();
  return enterWorkOrder({
    workDate: "2026-11-18", endDate: of(["2026-11-18", "2026-11-19", "2027-01-02"], 0), externalProjectNumber: index % 3 === 0 ? `X${index}` : null,
    customer: { debtorNumber: "10023", name: "Bakkerij Van Leeuwen" },
    lines: [
      enterMaterial({ code: first, name: "Afsluiter", quantity: of(quantities, 0), price: of(prices, 1), discount: of(discounts, 2) }),
      enterPeriod({ hourTypeCode: known.hourType, totalMinutes: of(minutes, index) }),
      ...(index % 4 === 0 ? [enterPeriod({ hourTypeCode: "REIS", totalMinutes: 30, isTravel: true })] : []),
      ...(index % 2 === 0 ? [enterMaterial({ code: second, name: "Knie 15", quantity: of(quantities, 3), price: null, discount: of(discounts, 1) })] : []),
    ],
  });
}

function raise(): never {
  throw new Error("Nothing to choose from");
}

async function place(input: WorkOrderInput, sentence: string | null): Promise<Placed> {
  const { db } = lane.engine;
  const { id, number } = await createWorkOrder(db, { accountId: lane.accountId, actor: "Marit", origin: "office", status: "complete", input, now: lane.now() });
  await db.prisma.workOrder.update({ where: { id, accountId: lane.accountId }, data: { workStatusId: lane.sendId } });
  return { id, number, input, sentence: sentence?.replace("{workOrder}", number) ?? null };
}

/** The schedule, two people at their buttons and two workers, all at once, until nothing is left. */
async function exportTogether(): Promise<void> {
  const { engine, accountId, connectionId } = lane;
  const workers = [new Worker(lane, "one", null), new Worker(lane, "two", null)];
  const sweep = (trigger: "schedule" | "manual") => makeDueAll(engine, { connectionId, trigger, requestedBy: null });
  const press = (actor: string) => requestExport(engine, { accountId, connectionId, workOrderIds: "all", actor, kind: "now" });
  await Promise.all([sweep("schedule"), sweep("manual"), press("Marit"), press("Joost")]);
  for (let turn = 0; turn < 2_000; turn += 1) {
    // The second one mostly finds that the first is at it.
    const turns = await Promise.all(workers.slice(0, turn % 5 === 0 ? 2 : 1).map((worker) => worker.turn()));
    if (turns.length === 2 && turns.every(({ state }) => state === "idle")) return;
    if (turn % 50 === 25) await Promise.all([sweep("schedule"), press("Marit")]);
  }
  throw new Error("The exports never come to an end");
}

const patience = { timeout: 10 * 60_000 };
const standing = z.object({ status: z.string(), workStatusId: z.string().nullable(), version: z.number() });
const readStanding = async (id: string) => standing.parse(await lane.engine.db.prisma.workOrder.findUniqueOrThrow({ where: { id } }));
const newestIntent = (workOrderId: string) => lane.engine.db.prisma.exportIntent.findFirstOrThrow({ where: { workOrderId }, orderBy: [{ requestedAt: "desc" }, { id: "desc" }] });

async function expectOrder({ id, number, input }: Placed, orders: ReadonlyMap<string, CalculatedOrder[]>): Promise<void> {
  const expected = calculateOrder(number, input);
  expect(orders.get(expected.reference), number).toEqual([{ ...expected, net: undefined }]);
  expect(await readStanding(id), number).toMatchObject({ status: "handled" });
  const intent = await newestIntent(id);
  expect(intent.state, number).toBe("finished");
  const begun = await lane.engine.db.prisma.exportJournal.findFirstOrThrow({ where: { intentId: intent.id, event: "send.begun" }, orderBy: { id: "desc" } });
  expect(z.object({ document: z.object({ totals: z.object({ net: z.string() }) }) }).parse(begun.detail).document.totals.net, `${number}, what it comes to`).toBe(expected.net);
}

test("of 200 work orders the 180 right ones are in Cash, field by field, and each of the 20 flawed ones says what is wrong with it", patience, async () => {
  await exportTogether();
  const orders = await readOrders(lane.sandbox);
  expect([...orders.values()].flat()).toHaveLength(right);
  for (const one of placed) {
    if (one.sentence === null) {
      await expectOrder(one, orders);
      continue;
    }
    expect(await readStanding(one.id), one.number).toMatchObject({ status: "complete", workStatusId: lane.errorId });
    const { state, problem } = await newestIntent(one.id);
    const sentences = readOutcome(problem).problems.map(({ code, params }) => english(`exports.problem.${code}.message`, params));
    expect({ state, sentences }, one.number).toEqual({ state: "rejected", sentences: [one.sentence] });
  }
});

test("pressed again and repeated, nothing more goes out", patience, async () => {
  await exportTogether();
  expect([...(await readOrders(lane.sandbox)).values()].flat()).toHaveLength(right);
});

test("corrected and exported again, the 20 arrive, each once, however often it is asked for", patience, async () => {
  const flawed = placed.filter(({ sentence }) => sentence !== null);
  const corrected: Placed[] = [];
  for (const [index, one] of flawed.entries()) {
    const input = goodInput(index);
    const { version } = await readStanding(one.id);
    await updateWorkOrder(lane.engine.db, { accountId: lane.accountId, id: one.id, version, actor: "Marit", input });
    corrected.push({ ...one, input });
  }
  await exportTogether();
  expect([...(await readOrders(lane.sandbox)).values()].flat(), "nothing goes out before somebody asks for it").toHaveLength(right);
  const again = (actor: string) => requestExport(lane.engine, { accountId: lane.accountId, connectionId: lane.connectionId, workOrderIds: flawed.map(({ id }) => id), actor, kind: "again" });
  await Promise.all([again("Marit"), again("Joost"), again("Marit")]);
  await exportTogether();
  await again("Joost");
  await exportTogether();
  const orders = await readOrders(lane.sandbox);
  expect([...orders.values()].flat()).toHaveLength(placed.length);
  for (const one of corrected) await expectOrder(one, orders);
});

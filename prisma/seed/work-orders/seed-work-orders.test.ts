import { afterAll, beforeAll, expect, it } from "vitest";
import { defaultDataOptions } from "@/e2e/sandbox/cash/data/options";
import { openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { listWorkOrders } from "@/lib/work-orders/list-work-orders";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import { readWorkOrderListRequest } from "@/lib/work-orders/work-order-list-request";
import { readDemoCatalogue } from "./demo-catalogue";
import { seedWorkOrders } from "./seed-work-orders";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const february = new Date("2026-02-20T10:00:00Z");
const createAccount = async () => (await db.prisma.account.create({ data: { name: "Demo", locale: "nl" }, select: { id: true } })).id;
const seed = (accountId: string, readCatalogue = () => readDemoCatalogue(defaultDataOptions)) =>
  db.prisma.$transaction((tx) => seedWorkOrders(tx, { accountId, locale: "nl", timeZone: "Europe/Amsterdam", seed: 5, count: 60, readCatalogue, planner: "Piet Bakker", now: february }));
const list = (accountId: string, parameters: Record<string, string>) => listWorkOrders(db, { ...readWorkOrderListRequest(parameters), accountId });

it("a demo account gets its work orders once, without asking for what they are made of again", async () => {
  const accountId = await createAccount();
  expect(await seed(accountId)).toBe(60);
  const never = () => {
    throw new Error("Nothing is to be made");
  };
  expect(await seed(accountId, never)).toBe(0);
  expect(await list(accountId, {})).toMatchObject({ total: 60 });
  expect((await list(accountId, { export: "none" })).total).toBe(60);
});

it("they are numbered by year in the order in which they were made, without a gap, and the office goes on behind them", async () => {
  const accountId = await createAccount();
  const own = { accountId, actor: "Piet", origin: "office", input: enterWorkOrder(), now: february } as const;
  await createWorkOrder(db, own);
  await seed(accountId);
  const made = await db.prisma.workOrder.findMany({ where: { accountId, origin: "demo" }, orderBy: { createdAt: "asc" }, select: { number: true, createdAt: true } });
  const numbersOf = (year: string) => made.flatMap(({ number }) => (number.startsWith(year) ? [Number(number.slice(5))] : []));
  expect(numbersOf("2025")).toEqual(numbersOf("2025").map((_, index) => index + 1));
  expect(numbersOf("2026")).toEqual(numbersOf("2026").map((_, index) => index + 2));
  expect(numbersOf("2025").length + numbersOf("2026").length).toBe(60);
  for (const { number, createdAt } of made) expect(number.slice(0, 4)).toBe(String(createdAt.getUTCFullYear()));
  expect((await createWorkOrder(db, own)).number).toBe(`2026.${String(numbersOf("2026").length + 2).padStart(4, "0")}`);
});

it("each has the history of its status, in order", async () => {
  const accountId = await createAccount();
  await seed(accountId);
  const steps = { ready: 1, retrieved: 2, complete: 3, handled: 4 };
  for (const status of ["ready", "retrieved", "complete", "handled"] as const) {
    const [row] = (await list(accountId, { status })).rows;
    const { events, completedAt } = await readWorkOrder(db, accountId, row?.id ?? "");
    expect(events).toHaveLength(steps[status]);
    expect(events.at(-1)).toMatchObject({ kind: "created", origin: "demo", actor: "Piet Bakker" });
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort().reverse());
    expect(completedAt === null).toBe(steps[status] < 3);
  }
});

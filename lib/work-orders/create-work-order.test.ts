import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { createAccount } from "@/e2e/support/people";
import { openDatabase, type Database } from "@/lib/db";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { findWorkOrderByNumber, readWorkOrder } from "@/lib/work-orders/read-work-order";

let test: TestDatabase;
let pools: [Database, Database, Database];
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  pools = [openDatabase(test.url, { connections: 6 }), openDatabase(test.url, { connections: 6 }), openDatabase(test.url, { connections: 6 })];
  [db] = pools;
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await test.drop();
});

const thisYear = new Date("2026-06-15T12:00:00Z");
const create = (accountId: string, more: Partial<Parameters<typeof createWorkOrder>[1]> = {}, on = db) =>
  createWorkOrder(on, { accountId, actor: "Piet Planner", origin: "office", input: enterWorkOrder(), now: thisYear, ...more });
const numbersOf = async (accountId: string) =>
  (await db.prisma.workOrder.findMany({ where: { accountId }, select: { number: true }, orderBy: { number: "asc" } })).map(({ number }) => number);
const countTo = (last: number, year = 2026) => Array.from({ length: last }, (_, index) => `${year}.${String(index + 1).padStart(4, "0")}`);

describe("the number of a work order", () => {
  it("has neither gap nor double when fifty are created at once, over several pools, two years and two accounts", async () => {
    const [ours, theirs] = [await createAccount(db), await createAccount(db)];
    const nextYear = new Date("2027-01-02T09:00:00Z");
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => create(index % 2 ? ours.id : theirs.id, { now: index % 5 === 0 ? nextYear : thisYear }, pools[index % 3])),
    );
    for (const { id } of [ours, theirs]) expect(await numbersOf(id)).toEqual([...countTo(20), ...countTo(5, 2027)]);
  });

  it("is given out again when its work order was not created after all", async () => {
    const { id } = await createAccount(db);
    const attempts = Array.from({ length: 20 }, (_, index) => {
      const input = enterWorkOrder({ lines: [enterMaterial()] });
      // A quantity that the table refuses, after the number was taken.
      const broken = { ...input, lines: input.lines.map((line) => ({ ...line, quantity: "99999999999" })) };
      return create(id, { input: index % 2 ? broken : input }, pools[index % 3]).then(() => "created", () => "refused");
    });
    expect((await Promise.all(attempts)).filter((outcome) => outcome === "created")).toHaveLength(10);
    expect(await numbersOf(id)).toEqual(countTo(10));
  });

  it("steps over numbers that came from outside, which stay as they are", async () => {
    const { id } = await createAccount(db);
    await create(id, { number: "2026.0002", origin: "api" });
    await create(id, { number: "WO/17", origin: "api" });
    const made = [await create(id), await create(id), await create(id)].map(({ number }) => number);
    expect(made).toEqual(["2026.0001", "2026.0003", "2026.0004"]);
    await expect(create(id, { number: "WO/17" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is of the year it is where the account is", async () => {
    const account = await db.prisma.account.create({ data: { name: "Auckland", timeZone: "Pacific/Auckland" } });
    expect((await create(account.id, { now: new Date("2026-12-31T12:00:00Z") })).number).toBe("2027.0001");
  });

  it("goes on with five digits after 9999", async () => {
    const { id } = await createAccount(db);
    await db.prisma.workOrderCounter.create({ data: { accountId: id, year: 2026, last: 9_999 } });
    expect((await create(id)).number).toBe("2026.10000");
  });
});

describe("a new work order", () => {
  it("is read back as it was entered", async () => {
    const { id: accountId } = await createAccount(db);
    const { id } = await create(accountId, {
      input: enterWorkOrder({
        projectNumber: " P-12 ", customer: { debtorNumber: "10023", name: "Café 't Hoekje 🍺", countryCode: "nl" }, invoiceCustomer: { name: "VvE | De Linde" }, endDate: "2026-11-19",
        description: "First line\r\nsecond\u0000 line \ud800\n", lines: [
          enterPeriod({ beginMinute: 490, endMinute: 600, breakMinutes: 15, totalMinutes: null, employeeCode: "M001" }),
          enterMaterial({ quantity: "-0.3330", price: "1234567890.1234", discount: "12.5", vatRate: "21" }),
        ],
      }),
    });
    const detail = await readWorkOrder(db, accountId, id);
    expect(detail).toMatchObject({
      number: "2026.0001", status: "ready", revision: 1, version: 1, origin: "office", projectNumber: "P-12", workDate: "2026-11-18", endDate: "2026-11-19",
      customer: { debtorNumber: "10023", name: "Café 't Hoekje 🍺", countryCode: "NL", city: null }, invoiceCustomer: { name: "VvE | De Linde" }, description: "First line\nsecond line \ufffd",
      completedAt: null, createdAt: thisYear.toISOString(),
    });
    expect(detail.periods).toEqual([expect.objectContaining({ position: 1, beginMinute: 490, endMinute: 600, totalMinutes: 95, date: "2026-11-18", employeeCode: "M001" })]);
    expect(detail.materials).toEqual([expect.objectContaining({ position: 2, quantity: "-0.333", price: "1234567890.1234", discount: "12.5", vatRate: "21", unit: null })]);
    expect(detail.events).toEqual([expect.objectContaining({ kind: "created", origin: "office", actor: "Piet Planner" })]);
    expect(await findWorkOrderByNumber(db, accountId, "2026.0001")).toEqual(detail);
  });

  it("takes a thousand lines", async () => {
    const { id: accountId } = await createAccount(db);
    const { id } = await create(accountId, { input: enterWorkOrder({ lines: Array.from({ length: 1_000 }, (_, index) => enterMaterial({ code: `M${index}` })) }) });
    expect((await readWorkOrder(db, accountId, id)).materials.map(({ code }) => code)[999]).toBe("M999");
  });

  it("that is complete at once has its moment of completion", async () => {
    const { id: accountId } = await createAccount(db);
    const { id } = await create(accountId, { status: "complete" });
    expect((await readWorkOrder(db, accountId, id)).completedAt).toBe(thisYear.toISOString());
  });

  it("is seen by its own account alone, and takes no work status of another", async () => {
    const [ours, theirs] = [await createAccount(db), await createAccount(db)];
    const { id, number } = await create(ours.id);
    await expect(readWorkOrder(db, theirs.id, id)).rejects.toMatchObject({ code: "work_order_not_found" });
    await expect(readWorkOrder(db, ours.id, "no-id")).rejects.toMatchObject({ code: "work_order_not_found" });
    expect(await findWorkOrderByNumber(db, theirs.id, number)).toBeNull();
    const { id: workStatusId } = await db.prisma.workStatus.create({ data: { accountId: theirs.id, code: 5, name: "Theirs", position: 1 } });
    await expect(create(ours.id, { workStatusId })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

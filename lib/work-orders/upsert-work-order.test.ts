import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stubEnvironment } from "@/e2e/support/environment";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { createExportingAccount, writeIntent, type ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { planUpserts } from "@/lib/work-orders/plan-upserts";
import { findWorkOrderByNumber } from "@/lib/work-orders/read-work-order";
import { addWorkOrderEvents } from "@/lib/work-orders/work-order-events";
import { upsertWorkOrder, type Arrival } from "@/lib/work-orders/upsert-work-order";

let db: Database;
let account: ExportingAccount;
beforeAll(async () => {
  stubEnvironment();
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => (account = await createExportingAccount(db)));

const arrival = (parts: Parameters<typeof enterWorkOrder>[0] = {}, more: Partial<Arrival> = {}): Arrival => ({
  number: "2026.1234", input: enterWorkOrder({ lines: [enterMaterial(), enterPeriod()], ...parts }), ...more,
});
/** What is planned and what then happens are the same; that is asked everywhere. */
const send = async (one: Arrival) => {
  const planned = (await planUpserts(db, { accountId: account.accountId, orders: [one] })).get(one.number);
  const outcome = await upsertWorkOrder(db, { accountId: account.accountId, actor: null, origin: "api", ...one }).catch((error: { code: string }) => error);
  expect(planned).toBe("result" in outcome ? outcome.result : "exported");
  return outcome;
};
const read = async () => {
  const found = await findWorkOrderByNumber(db, account.accountId, "2026.1234");
  if (!found) throw new Error("There is no work order 2026.1234");
  return found;
};

describe("a work order from outside", () => {
  it("is created, changed when something is different, and else left alone", async () => {
    expect(await send(arrival())).toMatchObject({ number: "2026.1234", status: "ready", result: "created", dueIn: null });
    expect(await send(arrival())).toMatchObject({ result: "unchanged" });
    expect(await read()).toMatchObject({ version: 1, origin: "api", events: { length: 1 } });
    expect(await send(arrival({ lines: [enterMaterial({ quantity: "2" })] }))).toMatchObject({ result: "updated" });
    expect(await read()).toMatchObject({ version: 2, materials: [{ quantity: "2" }], periods: [] });
  });

  it("is one work order however many send it at once", async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => upsertWorkOrder(db, { accountId: account.accountId, actor: null, origin: "api", ...arrival() })));
    expect(sent.map(({ result }) => result).sort()).toEqual(["created", ...Array.from({ length: 19 }, () => "unchanged")]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  it("belongs to the account that sent it, whoever else has that number", async () => {
    const other = await createAccount(db);
    await upsertWorkOrder(db, { accountId: other.id, actor: null, origin: "api", ...arrival({ shortDescription: "Theirs" }) });
    expect(await send(arrival())).toMatchObject({ result: "created" });
  });

  it("goes out in the moment it is complete with the work status that sends", async () => {
    await send(arrival({}, { workStatusCode: 1 }));
    expect(await send(arrival({}, { status: "complete" }))).toMatchObject({ result: "updated", status: "complete", dueIn: account.connectionId });
    expect(await read()).toMatchObject({ status: "complete", workStatus: { code: 1 }, completedAt: expect.any(String) });
  });

  it("never goes back to an earlier status: its sender may not know what became of it", async () => {
    await send(arrival({}, { status: "handled" }));
    expect(await send(arrival({}, { status: "complete" }))).toMatchObject({ result: "unchanged", status: "handled" });
  });

  it("with a work status the account has not is refused, and nothing is written", async () => {
    const unknown = upsertWorkOrder(db, { accountId: account.accountId, actor: null, origin: "api", ...arrival({}, { workStatusCode: 77 }) });
    await expect(unknown).rejects.toMatchObject({ code: "invalid_input" });
    expect(await findWorkOrderByNumber(db, account.accountId, "2026.1234")).toBeNull();
  });
});

describe("a work order that was sent again after its export", () => {
  it("is left as the export left it when it is the same, and refused when it is not", async () => {
    await send(arrival({}, { status: "complete", workStatusCode: 0 }));
    const { id } = await read();
    await db.prisma.workOrder.update({ where: { id }, data: { status: "handled", workStatusId: null } });
    await writeIntent(db, account, id, { state: "finished", documentNumber: "VO-1" });
    expect(await send(arrival({}, { status: "complete", workStatusCode: 0 }))).toMatchObject({ result: "unchanged", status: "handled" });
    expect(await send(arrival({ shortDescription: "Another" }))).toMatchObject({ code: "work_order_exported", params: { document: "VO-1" } });
    expect(await read()).toMatchObject({ version: 1, shortDescription: "Boiler serviced", workStatus: null });
  });

  it.each([null, "K-17"])("keeps the number that Cash has given to its new customer, which its sender knows as %s", async (debtorNumber) => {
    const customer = { debtorNumber, name: "Fietsenmakerij De Ketting", city: "Deventer" };
    await send(arrival({ customer }, { status: "complete" }));
    const { id } = await read();
    await db.prisma.workOrder.update({ where: { id }, data: { customerDebtorNumber: "900", status: "handled" } });
    const event = { kind: "customerCreated", vendorName: "Cash", debtorNumber: "900" } as const;
    await db.prisma.$transaction((tx) => addWorkOrderEvents(tx, [{ accountId: account.accountId, workOrderId: id, actor: null, event }]));
    await writeIntent(db, account, id, { state: "finished", documentNumber: "VO-1" });
    expect(await send(arrival({ customer }, { status: "complete" }))).toMatchObject({ result: "unchanged" });
    expect(await send(arrival({ customer: { ...customer, name: "Somebody else" } }))).toMatchObject({ code: "work_order_exported" });
    expect(await read()).toMatchObject({ customer: { debtorNumber: "900" }, version: 1 });
  });

  it("keeps its error until something in it was corrected", async () => {
    await send(arrival({}, { status: "complete", workStatusCode: 99 }));
    expect(await send(arrival({}, { status: "complete", workStatusCode: 1 }))).toMatchObject({ result: "unchanged" });
    const corrected = arrival({ lines: [enterMaterial({ code: "2209" })] }, { status: "complete", workStatusCode: 1 });
    expect(await send(corrected)).toMatchObject({ result: "updated", dueIn: account.connectionId });
    expect(await read()).toMatchObject({ workStatus: { code: 1 } });
  });
});

it("five thousand work orders are compared at a time", async () => {
  const orders = Array.from({ length: 5_000 }, (_, index) => arrival({ shortDescription: `Job ${index}` }, { number: `X${index}` }));
  await Promise.all(orders.slice(0, 40).map((one) => upsertWorkOrder(db, { accountId: account.accountId, actor: null, origin: "csv", ...one })));
  const planned = await planUpserts(db, { accountId: account.accountId, orders: orders.map((one, index) => (index % 2 ? one : arrival({}, { number: one.number }))) });
  const count = (wanted: string) => [...planned.values()].filter((result) => result === wanted).length;
  expect([count("updated"), count("unchanged"), count("created")]).toEqual([20, 20, 4_960]);
});

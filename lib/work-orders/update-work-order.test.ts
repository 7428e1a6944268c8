import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { createExportingAccount, writeIntent, type ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import { updateWorkOrder } from "@/lib/work-orders/update-work-order";

let db: Database;
let account: ExportingAccount;
let id: string;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const lines = [enterMaterial({ code: "2208", quantity: "2" }), enterPeriod({ totalMinutes: 90 })];
beforeEach(async () => {
  account = await createExportingAccount(db);
  ({ id } = await createWorkOrder(db, { accountId: account.accountId, actor: null, origin: "office", input: enterWorkOrder({ lines }) }));
});

const read = () => readWorkOrder(db, account.accountId, id);
const update = (parts: Parameters<typeof enterWorkOrder>[0], more: Partial<Parameters<typeof updateWorkOrder>[1]> = {}) =>
  updateWorkOrder(db, { accountId: account.accountId, id, version: 1, actor: "Piet Planner", input: enterWorkOrder({ lines, ...parts }), ...more });

describe("a change of a work order", () => {
  it("is written with what was and what is", async () => {
    const changed = await update({ shortDescription: "Boiler replaced", lines: [enterMaterial({ code: "2208", quantity: "3" })] });
    expect(changed).toMatchObject({ version: 2, revision: 1, changes: { length: 3 } });
    const detail = await read();
    expect(detail).toMatchObject({ shortDescription: "Boiler replaced", version: 2, materials: [{ quantity: "3", position: 1 }], periods: [] });
    expect(detail.events[0]).toMatchObject({ kind: "changed", actor: "Piet Planner", changes: expect.arrayContaining([{ field: "quantity", position: 1, code: "2208", before: "2", after: "3" }]) });
  });

  it("writes nothing when nothing is different", async () => {
    const before = await read();
    expect(await update({ lines: [enterMaterial({ code: "2208", quantity: "2.00" }), enterPeriod({ totalMinutes: 90 })] })).toEqual({ changes: [], version: 1, revision: 1 });
    expect(await read()).toEqual(before);
  });

  it("leaves the rows of the lines as they are when only the head is another", async () => {
    const before = await read();
    await update({ typeOfWork: "Service" });
    expect((await read()).materials).toEqual(before.materials);
  });

  it("is refused when it is based on what somebody else has changed since", async () => {
    const outcomes = await Promise.allSettled(["One", "Two", "Three"].map((shortDescription) => update({ shortDescription })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "work_order_outdated" });
    expect((await read()).version).toBe(2);
  });

  it("reaches no work order of another account", async () => {
    await expect(update({ shortDescription: "Theirs" }, { accountId: (await createAccount(db)).id })).rejects.toMatchObject({ code: "work_order_not_found" });
  });
});

describe("a change after an export", () => {
  it("needs to be confirmed by somebody who was told the document, and is then a new revision", async () => {
    await writeIntent(db, account, id, { state: "finished", documentNumber: "VO-2026-118" });
    await expect(update({ typeOfWork: "Service" })).rejects.toMatchObject({ code: "work_order_exported", params: { vendor: "Cash", document: "VO-2026-118" } });
    expect(await update({ typeOfWork: "Service" }, { confirmedRevision: true })).toMatchObject({ revision: 2, version: 2 });
    const { events } = await read();
    expect(events.map(({ kind }) => kind)).toEqual(["revised", "changed", "created"]);
    expect(events[0]).toMatchObject({ revision: 2, documentNumber: "VO-2026-118" });
  });

  it("belongs to the revision that is not exported yet, and to a further one once that is exported", async () => {
    await writeIntent(db, account, id, { state: "finished", documentNumber: "A" });
    await update({ typeOfWork: "Service" }, { confirmedRevision: true });
    expect(await update({ typeOfWork: "Repair" }, { confirmedRevision: true, version: 2 })).toMatchObject({ revision: 2 });
    await db.prisma.exportIntent.updateMany({ where: { workOrderId: id }, data: { state: "dismissed" } });
    await writeIntent(db, account, id, { state: "finished", documentNumber: "B", revision: 2 });
    await expect(update({ typeOfWork: "Other" }, { version: 3 })).rejects.toMatchObject({ params: { document: "B" } });
    expect(await update({ typeOfWork: "Other" }, { confirmedRevision: true, version: 3 })).toMatchObject({ revision: 3 });
  });

  it.each(["sending", "sent", "uncertain", "needs_review"] as const)("waits while it is %s: nobody could say what is booked", async (state) => {
    await writeIntent(db, account, id, { state });
    await expect(update({ typeOfWork: "Service" }, { confirmedRevision: true })).rejects.toMatchObject({ code: "work_order_sending" });
    expect(await read()).toMatchObject({ typeOfWork: null, version: 1 });
  });

  it.each(["pending", "rejected", "dismissed"] as const)("is a simple change while it is %s", async (state) => {
    await writeIntent(db, account, id, { state });
    expect(await update({ typeOfWork: "Service" })).toMatchObject({ revision: 1, version: 2 });
  });
});

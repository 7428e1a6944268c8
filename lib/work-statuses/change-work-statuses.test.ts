import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { addWorkStatus } from "@/lib/work-statuses/add-work-status";
import { describeWorkStatuses } from "@/lib/work-statuses/describe-work-statuses";
import { ensureVendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";
import { moveWorkStatus } from "@/lib/work-statuses/move-work-status";
import { removeWorkStatus } from "@/lib/work-statuses/remove-work-status";
import { renameWorkStatus } from "@/lib/work-statuses/rename-work-status";
import { workStatusInput } from "@/lib/work-statuses/work-status-input";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

/** An account with the work statuses of Cash and one of its own. */
async function accountWithOwn() {
  const { id: accountId } = await createAccount(db);
  const cash = await db.prisma.$transaction((tx) => ensureVendorWorkStatuses(tx, { accountId, vendor: "cash", vendorName: "Cash", locale: "nl" }));
  const own = await addWorkStatus(db, { accountId, code: 2, name: "Gefactureerd" });
  return { accountId, own, ...cash };
}

const listed = async (accountId: string) => (await listWorkStatuses(db, accountId)).map(writeWorkStatus);
const connect = (accountId: string, exports: object) =>
  db.prisma.connection.create({ data: { accountId, vendor: "cash", state: "connected", login: {}, secrets: {}, administrations: [], settings: { imports: {}, exports } } });
const carry = (accountId: string, workStatusId: string) => db.prisma.workOrder.create({ data: { accountId, number: "2026.0001", workStatusId, workDate: new Date("2026-11-20") } });

describe("the account's list of work statuses", () => {
  it("takes its own at the end, each code once, also when two add it at the same moment", async () => {
    const { accountId } = await accountWithOwn();
    const both = await Promise.allSettled([addWorkStatus(db, { accountId, code: 7, name: "Garantie" }), addWorkStatus(db, { accountId, code: 7, name: "Coulance" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "work_status_code_taken", params: { code: 7 } } });
    expect((await listed(accountId)).slice(0, 4)).toEqual(["0 – Niet naar Cash", "1 – Naar Cash", "99 – Error", "2 – Gefactureerd"]);
  });

  it("gives a status another name, whoever brought it, and keeps its code", async () => {
    const { accountId, sendId } = await accountWithOwn();
    expect(await renameWorkStatus(db, { accountId, id: sendId, name: "Naar de boekhouding" })).toEqual({ code: 1, before: "Naar Cash" });
    expect(await listed(accountId)).toContain("1 – Naar de boekhouding");
  });

  it("moves a status place by place, and not beyond the ends", async () => {
    const { accountId, own } = await accountWithOwn();
    expect(await moveWorkStatus(db, { accountId, id: own.id, by: -1 })).toMatchObject({ hasMoved: true, code: 2 });
    expect(await listed(accountId)).toEqual(["0 – Niet naar Cash", "1 – Naar Cash", "2 – Gefactureerd", "99 – Error"]);
    await moveWorkStatus(db, { accountId, id: own.id, by: 1 });
    expect(await moveWorkStatus(db, { accountId, id: own.id, by: 1 })).toMatchObject({ hasMoved: false });
    expect((await listed(accountId)).at(-1)).toBe("2 – Gefactureerd");
  });

  it("puts in order what once had the same place", async () => {
    const { accountId, own } = await accountWithOwn();
    await db.prisma.workStatus.updateMany({ where: { accountId }, data: { position: 1 } });
    await moveWorkStatus(db, { accountId, id: own.id, by: -1 });
    expect(await listed(accountId)).toEqual(["0 – Niet naar Cash", "2 – Gefactureerd", "1 – Naar Cash", "99 – Error"]);
  });

  it("loses its own when nothing refers to it", async () => {
    const { accountId, own } = await accountWithOwn();
    await removeWorkStatus(db, { accountId, id: own.id });
    expect(await listed(accountId)).not.toContain("2 – Gefactureerd");
  });

  it("keeps what a vendor brought, what a work order carries and what an integration is set to", async () => {
    const { accountId, own, sendId } = await accountWithOwn();
    const carried = await addWorkStatus(db, { accountId, code: 3, name: "Garantie" });
    await carry(accountId, carried.id);
    await connect(accountId, { trigger: null, statusAfter: own.id });
    for (const id of [sendId, carried.id, own.id]) await expect(removeWorkStatus(db, { accountId, id })).rejects.toMatchObject({ code: "work_status_in_use" });
    expect(await listed(accountId)).toHaveLength(5);
  });

  it("is out of reach of another account", async () => {
    const { own } = await accountWithOwn();
    const { accountId: stranger } = await accountWithOwn();
    const strange = { accountId: stranger, id: own.id };
    for (const change of [() => removeWorkStatus(db, strange), () => renameWorkStatus(db, { ...strange, name: "X" }), () => moveWorkStatus(db, { ...strange, by: 1 })]) {
      await expect(change()).rejects.toMatchObject({ code: "record_not_found" });
    }
  });
});

describe("what a work status is for", () => {
  it("follows the settings of the integration, and says what is in use", async () => {
    const { accountId, own, sendId, holdId, errorId } = await accountWithOwn();
    await carry(accountId, sendId);
    const points = async () => Object.fromEntries((await describeWorkStatuses(db, accountId)).map(({ id, points: uses, isRemovable, workOrders }) => [id, { uses: uses.map(({ use }) => use), isRemovable, workOrders }]));
    expect(await points()).toEqual({
      [holdId]: { uses: ["hold"], isRemovable: false, workOrders: 0 },
      [sendId]: { uses: ["send"], isRemovable: false, workOrders: 1 },
      [errorId]: { uses: ["error"], isRemovable: false, workOrders: 0 },
      [own.id]: { uses: [], isRemovable: true, workOrders: 0 },
    });
    await connect(accountId, { trigger: own.id, statusAfter: holdId });
    expect(await points()).toMatchObject({ [holdId]: { uses: ["hold", "statusAfter"] }, [sendId]: { uses: [] }, [own.id]: { uses: ["send"], isRemovable: false } });
  });
});

it("takes codes and names that can be", () => {
  expect(workStatusInput.parse({ code: 0, name: "  Naar Cash " })).toEqual({ code: 0, name: "Naar Cash" });
  for (const wrong of [{ code: -1, name: "X" }, { code: 1.5, name: "X" }, { code: 1, name: " " }, { code: 10_000, name: "X" }, { code: 1, name: "X".repeat(61) }]) {
    expect(workStatusInput.safeParse(wrong).success).toBe(false);
  }
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { exportMarks, type ExportMark } from "@/lib/export/export-standing";
import { createWorkOrder, type Creation } from "@/lib/work-orders/create-work-order";
import { enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { createExportingAccount, writeIntent, type ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { insertWorkOrders, type NewWorkOrder } from "@/lib/work-orders/insert-work-orders";
import { listWorkOrders, type WorkOrderList } from "@/lib/work-orders/list-work-orders";
import { contentOfInput } from "@/lib/work-orders/work-order-content";
import { readWorkOrderListRequest } from "@/lib/work-orders/work-order-list-request";

let db: Database;
let account: ExportingAccount;
let other: ExportingAccount;

const create = (number: string, parts: Parameters<typeof enterWorkOrder>[0] = {}, more: Partial<Creation> = {}) =>
  createWorkOrder(db, { accountId: account.accountId, actor: null, origin: "api", number, input: enterWorkOrder(parts), ...more });
const list = (parameters: Record<string, string> = {}, accountId = account.accountId) => listWorkOrders(db, { ...readWorkOrderListRequest(parameters), accountId });
const numbers = async (parameters: Record<string, string>) => (await list(parameters)).rows.map(({ number }) => number).sort();

/** Follows the pages to their end. */
async function walk(parameters: Record<string, string>): Promise<WorkOrderList[]> {
  const pages = [await list(parameters)];
  for (let last = pages.at(-1); last?.after; last = pages.at(-1)) pages.push(await list({ ...parameters, after: last.after }));
  return pages;
}

beforeAll(async () => {
  db = await openTestDatabase();
  [account, other] = [await createExportingAccount(db), await createExportingAccount(db)];
  const { accountId } = account;
  const many = Array.from({ length: 120 }, (_, index): NewWorkOrder => {
    const content = contentOfInput(enterWorkOrder({ workDate: `2026-0${1 + (index % 3)}-15`, customer: { debtorNumber: "77", name: "Woningstichting Thuis" } }));
    const number = `${2025 + (index % 2)}.${String(index).padStart(4, "0")}`;
    return { id: randomUUID(), accountId, number, status: "ready", workStatusId: null, origin: "api", completedAt: null, createdAt: new Date(), content };
  });
  await db.prisma.$transaction((tx) => insertWorkOrders(tx, many));
  await create("2026.10000", { workDate: "2026-10-01", customer: { debtorNumber: "88", name: "Café De Élan", city: "Köln" }, projectNumber: "P-100%" }, { workStatusId: account.holdId });
  await create("2026.9999", { workDate: "2026-10-01", shortDescription: "Leak at the boiler" }, { status: "handled", workStatusId: account.sendId });
  await createWorkOrder(db, { accountId: other.accountId, actor: null, origin: "office", input: enterWorkOrder({ customer: { debtorNumber: "88", name: "Café De Élan" } }) });
});
afterAll(() => db.close());

describe("the list of work orders", () => {
  it.each(["date", "-date", "number", "-number"])("shows each once, page after page, by %s, and leads back", async (sort) => {
    const pages = await walk({ sort });
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(122);
    expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([[50, 122], [50, 122], [22, 122]]);
    const back = await list({ sort, before: pages[2]?.before ?? "" });
    expect(back.rows).toEqual(pages[1]?.rows);
  });

  it("begins with the newest, and counts numbers as people do", async () => {
    expect((await list()).rows.slice(0, 2).map(({ workDate }) => workDate)).toEqual(["2026-10-01", "2026-10-01"]);
    expect((await list({ sort: "-number" })).rows.slice(0, 3).map(({ number }) => number)).toEqual(["2026.10000", "2026.9999", "2026.0119"]);
  });

  it("says of each what the office looks for", async () => {
    const { rows } = await list({ search: "2026.9999" });
    expect(rows).toEqual([
      {
        id: expect.any(String), number: "2026.9999", status: "handled", workStatus: { id: account.sendId, code: 1, name: "Naar Cash", purpose: "send" }, customerName: "Bakkerij Van Leeuwen",
        customerDebtorNumber: "10023", customerCity: null, workDate: "2026-10-01", completedAt: expect.stringMatching(/^2.*T.*Z$/), shortDescription: "Leak at the boiler", revision: 1,
        documentNumber: null, documentState: null, exportMark: "none",
      },
    ]);
  });

  it("finds by number, customer, place, description and project, capitals and accents aside", async () => {
    for (const search of ["cafe elan", "KOLN", "88 cafe", "p-100%"]) expect(await numbers({ search })).toEqual(["2026.10000"]);
    expect(await numbers({ search: "boiler leak" })).toEqual(["2026.9999"]);
    expect(await numbers({ search: "nobody" })).toEqual([]);
  });

  it("is filtered by everything at once, and counts what is left", async () => {
    expect(await numbers({ status: "handled" })).toEqual(["2026.9999"]);
    expect(await numbers({ workStatus: account.holdId })).toEqual(["2026.10000"]);
    expect(await list({ customer: "77", from: "2026-02-15", to: "2026-02-15", status: "ready" })).toMatchObject({ total: 40, rows: { length: 40 } });
    expect(await list({ customer: "77", search: "woning 2025", to: "2026-01-31" })).toMatchObject({ total: 20 });
    expect(await list({ customer: "77", status: "complete" })).toMatchObject({ total: 0, rows: [], before: null, after: null });
  });

  it("takes an address that makes no sense for one that says nothing", async () => {
    expect(await list({ status: "nonsense", workStatus: "1", from: "yesterday", export: "x", sort: "password", after: "%%" })).toMatchObject({ total: 122 });
  });

  it("shows nothing of another account", async () => {
    expect((await list({ search: "elan" }, other.accountId)).rows.map(({ number }) => number)).toHaveLength(1);
    expect((await list({ customer: "77" }, other.accountId)).total).toBe(0);
  });
});

describe("the export state in the list", () => {
  const [first, second] = [new Date("2026-11-20T09:00:00Z"), new Date("2026-11-20T10:00:00Z")];
  const problem = { problems: [] as [] };
  type Intent = Parameters<typeof writeIntent>[3];
  const cases: [string, ExportMark, Intent[]][] = [
    ["E.pending", "waiting", [{ state: "pending" }]],
    ["E.sending", "sending", [{ state: "sending" }]],
    ["E.sent", "sending", [{ state: "sent" }]],
    ["E.finished", "done", [{ state: "rejected", requestedAt: first, problem }, { state: "finished", requestedAt: second, documentNumber: "VO-2" }]],
    ["E.rejected", "error", [{ state: "rejected", problem }]],
    ["E.uncertain", "uncertain", [{ state: "uncertain" }]],
    ["E.review", "needsReview", [{ state: "needs_review" }]],
    ["E.dismissed", "dismissed", [{ state: "rejected", requestedAt: first, problem }, { state: "dismissed", requestedAt: second }]],
    ["E.corrected", "none", [{ state: "rejected", problem }]],
    ["E.draft", "done", [{ state: "finished", documentState: "draft" }]],
    ["E.refused", "notFinished", [{ state: "finished", documentState: "draft", isRefused: true }]],
    ["E.finished-there", "done", [{ state: "finished", documentState: "final", isRefused: true }]],
    ["E.paid", "paid", [{ state: "finished", documentState: "paid" }]],
    ["E.cancelled", "cancelled", [{ state: "finished", documentState: "cancelled" }]],
    ["E.deleted", "deleted", [{ state: "finished", documentState: "deleted", isRefused: true }]],
    ["E.withdrawn", "none", [{ state: "rejected", requestedAt: first, problem }, { state: "rejected", requestedAt: second }]],
    ["E.revised", "error", [{ state: "dismissed", requestedAt: first, documentNumber: "VO-1" }, { state: "rejected", requestedAt: second, problem, revision: 2 }]],
  ];

  it("is that of the newest intent, in each row and in the filter", async () => {
    for (const [number, , intents] of cases) {
      // A refusal stands while the work order has the status of errors.
      const { id } = await create(number, { customer: { debtorNumber: "99" } }, { workStatusId: number === "E.corrected" ? account.sendId : account.errorId });
      for (const intent of intents) await writeIntent(db, account, id, intent);
    }
    const { rows } = await list({ customer: "99", sort: "number" });
    expect(rows.map(({ number, exportMark }) => [number, exportMark]).sort()).toEqual(cases.map(([number, mark]) => [number, mark]).sort());
    expect(rows.filter(({ documentNumber }) => documentNumber !== null).map(({ number, documentNumber }) => [number, documentNumber])).toEqual([["E.finished", "VO-2"], ["E.revised", "VO-1"]]);
    for (const mark of exportMarks) {
      // What is paid is done too.
      const isMeant = (expected: ExportMark) => expected === mark || (mark === "done" && expected === "paid");
      expect(await numbers({ customer: "99", export: mark }), mark).toEqual(cases.flatMap(([number, expected]) => (isMeant(expected) ? [number] : [])).sort());
    }
  });
});

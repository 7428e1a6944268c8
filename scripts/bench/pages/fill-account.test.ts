import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { fillAccount, type FilledAccount } from "./fill-account";
import { listPages } from "./list-pages";

let db: Database;
let filled: FilledAccount;
beforeAll(async () => {
  db = await openTestDatabase();
  filled = await fillAccount(db, { entries: 1_000, relations: 200, workOrders: 200, runs: 96 }, () => {});
});
afterAll(() => db.close());

test("a year of a busy office is filled in, as much of each as is asked for", async () => {
  const where = { accountId: filled.accountId };
  const { prisma } = db;
  const counts = await Promise.all([prisma.logEntry.count({ where }), prisma.relation.count({ where }), prisma.workOrder.count({ where }), prisma.syncRun.count({ where }), prisma.issue.count({ where: { ...where, state: "open" } })]);
  expect(counts).toEqual([1_000, 200, 200, 96, 3]);
  const states = await prisma.exportIntent.groupBy({ by: ["state"], where, _count: true, orderBy: { state: "asc" } });
  expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({ finished: 176, rejected: 10, pending: 6, uncertain: 2, needs_review: 2 });
});

test("every page of the application is among those that are measured, each once and with an example", () => {
  const pages = listPages(filled.examples);
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages).toEqual(expect.arrayContaining(["/log", "/issues", "/relations", `/relations/${filled.examples.records["relations"]}`, `/work-orders/${filled.examples.workOrder}`, "/settings/integrations/cash"]));
  expect(pages.join()).not.toMatch(/\[|\/(?:,|$|\?)/);
});

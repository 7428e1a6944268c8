import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { createExportingAccount, type ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { listWorkOrders } from "@/lib/work-orders/list-work-orders";
import { readWorkOrderListRequest } from "@/lib/work-orders/work-order-list-request";

let db: Database;
let account: ExportingAccount;

beforeAll(async () => {
  db = await openTestDatabase();
  account = await createExportingAccount(db);
  await db.pool.query(
    `INSERT INTO work_order (account_id, number, status, work_status_id, work_date, customer_debtor_number, customer_name, short_description)
     SELECT $1, '2026.' || n, (CASE WHEN n % 200 = 0 THEN 'ready' WHEN n % 20 = 0 THEN 'complete' ELSE 'handled' END)::work_order_status, $2,
       date '2024-01-01' + n * 7919 % 900, n % 2500, 'Customer ' || n % 2500, 'Boiler ' || n % 40 FROM generate_series(1, 20000) n`,
    [account.accountId, account.sendId],
  );
  await db.pool.query(
    `INSERT INTO export_intent (account_id, connection_id, work_order_id, administration, revision, reference, state, trigger, problem)
     SELECT $1, $2, id, '01', 1, number, (CASE WHEN split_part(number, '.', 2)::int % 100 = 1 THEN 'rejected' ELSE 'finished' END)::export_state, 'schedule', '{}' FROM work_order WHERE status = 'handled'`,
    [account.accountId, account.connectionId],
  );
  await db.pool.query("ANALYZE");
});
afterAll(() => db.close());

/** The plan of the statement that reads the page, as PostgreSQL carried it out. */
async function planOf(parameters: Record<string, string>): Promise<string> {
  const statements: [string, unknown[]][] = [];
  const pool = new Proxy(db.pool, {
    get: (target, name) => {
      if (name !== "query") return Reflect.get(target, name);
      return (text: string, values: unknown[]) => {
        statements.push([text, values]);
        return target.query(text, values);
      };
    },
  });
  await listWorkOrders({ ...db, pool }, { ...readWorkOrderListRequest(parameters), accountId: account.accountId });
  const [text = "", values] = statements[0] ?? [];
  const { rows } = await db.pool.query<Record<string, string>>(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${text}`, values);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

it.each<Record<string, string>>([
  {}, { sort: "date" }, { sort: "number" }, { sort: "-number" }, { status: "handled" }, { status: "ready" }, { customer: "77" }, { from: "2025-03-01", to: "2025-03-31" },
  { export: "none" }, { export: "done" }, { export: "error" }, { search: "boiler 7" }, { search: "customer 77", status: "handled" },
])("of twenty thousand work orders, a page is read from an index: %o", async (parameters) => {
  const plan = await planOf(parameters);
  expect(plan).toMatch(/Index (Only )?Scan|Bitmap Index Scan/);
  expect(plan).not.toMatch(/Seq Scan on work_order\b/);
});

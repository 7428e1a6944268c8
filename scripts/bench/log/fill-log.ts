import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/db";

const BATCH = 50_000;

/** What the queries are about: all of them exist in the log that was filled. */
export type FilledLog = { accountId: string; runId: string; workOrderId: string };

/** The kinds of entries, out of a hundred, as a busy account's log holds them. */
const entry = `SELECT
    CASE WHEN n % 100 < 60 THEN 'sync.succeeded' WHEN n % 100 < 80 THEN 'import.finished' WHEN n % 100 < 92 THEN 'record.skipped' WHEN n % 100 < 98 THEN 'export.finished' WHEN n % 100 < 99 THEN 'webhook.processed' ELSE 'export.refused' END AS operation,
    n % 100 AS sort, (ARRAY['relations', 'materials', 'hourTypes', 'contacts'])[1 + n % 4] AS kind, lpad((n % 100000)::text, 6, '0') AS key, '2026.' || n % 20000 AS work_order, n`;

/** Fills an account's log with so many entries of thirty days, by set-based SQL. */
export async function fillLog({ prisma, pool }: Database, entries: number): Promise<FilledLog> {
  const { id: accountId } = await prisma.account.create({ data: { name: "Bench" } });
  const connections: string[] = [];
  for (const vendor of ["cash", "easybill"]) {
    const { id } = await prisma.connection.create({ data: { id: randomUUID(), accountId, vendor, state: "connected", login: {}, secrets: {}, administrations: [], settings: {} } });
    connections.push(id);
  }
  for (let from = 0; from < entries; from += BATCH) {
    await pool.query(
      `INSERT INTO log_entry (account_id, connection_id, run_id, at, level, operation, message_key, params, kind, record_key, work_order_id, detail)
       SELECT $1, ($2::uuid[])[1 + (n % 10 = 0)::int], CASE WHEN sort < 92 THEN md5('run' || n / 100)::uuid END, now() - ($5::int - n) * (interval '30 days' / $5::int),
         (CASE WHEN operation = 'export.refused' OR (operation = 'record.skipped' AND n % 7 = 0) THEN 'error' WHEN sort < 80 THEN 'success' ELSE 'info' END)::log_level,
         operation, CASE operation WHEN 'sync.succeeded' THEN 'sync.unchanged' WHEN 'export.refused' THEN 'exports.problem.noLines.message' ELSE operation END,
         CASE WHEN sort < 60 THEN '{"trigger": "automatic", "vendor": "Cash"}'::jsonb
           WHEN sort < 80 THEN jsonb_build_object('kind', kind, 'read', n % 900, 'created', n % 30, 'changed', n % 50, 'deactivated', 0)
           WHEN sort < 92 THEN jsonb_build_object('kind', kind, 'key', key, 'label', 'Bakkerij ' || left(md5(key), 9), 'reason', 'missingCity', 'field', 'none', 'value', 'none')
           WHEN sort < 99 THEN jsonb_build_object('workOrder', work_order, 'vendor', 'Cash', 'number', 'VO' || n, 'kind', kind, 'key', key, 'changed', 1, 'deliveries', 1)
           ELSE jsonb_build_object('workOrder', work_order, 'vendor', 'Cash') END,
         CASE WHEN sort >= 60 AND sort < 92 THEN kind::record_kind END, CASE WHEN sort >= 80 AND sort < 92 THEN key END,
         CASE WHEN sort >= 92 THEN md5('work order' || n % 20000)::uuid END, jsonb_build_object('exchanges', jsonb_build_array(jsonb_build_object('request', repeat(md5(n::text), 8))))
       FROM (${entry} FROM generate_series($3::int, $4::int) AS n) AS entry`,
      [accountId, connections, from, Math.min(from + BATCH, entries) - 1, entries],
    );
  }
  await pool.query("VACUUM ANALYZE log_entry");
  const half = Math.floor(entries / 200) * 100;
  const { rows } = await pool.query<FilledLog>(`SELECT $1::text AS "accountId", md5('run' || $2 / 100)::uuid::text AS "runId", md5('work order' || ($2 + 95) % 20000)::uuid::text AS "workOrderId"`.replaceAll("$2", String(half)), [accountId]);
  const [filled] = rows;
  if (!filled) throw new Error("The log was not filled");
  return filled;
}

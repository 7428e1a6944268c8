import type { Database } from "@/lib/db";

/** Everything that an import of EasyBill writes. */
const tables = ["relation", "delivery_address", "category", "material", "hour_type", "employee", "external_link", "skipped_record"];

export type Mark = { readonly transaction: string; readonly rows: number };

/** How much there is now, and from which transaction on what is written is new. */
export async function markRows({ pool }: Database): Promise<Mark> {
  const { rows: [row] } = await pool.query<Mark>(`SELECT pg_current_xact_id()::text AS transaction, (${sumOf("")})::int AS rows`);
  return row ?? { transaction: "0", rows: 0 };
}

/** How many rows were written or removed since. */
export async function countWrites({ pool }: Database, { transaction, rows: before }: Mark): Promise<number> {
  const { rows: [row] } = await pool.query<{ written: number; rows: number }>(`SELECT (${sumOf("WHERE xmin::text::bigint > $1")})::int AS written, (${sumOf("")})::int AS rows`, [transaction]);
  return row === undefined ? 0 : row.written + Math.max(0, before - row.rows);
}

function sumOf(condition: string): string {
  return tables.map((table) => `(SELECT count(*) FROM ${table} ${condition})`).join(" + ");
}

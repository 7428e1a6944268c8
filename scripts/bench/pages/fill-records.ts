import type { Database } from "@/lib/db";

type Scope = { accountId: string; connectionId: string; relations: number };

/** How many of the other kinds there are. */
const others = { materials: 5_000, hour_type: 30, warehouse: 12, employee: 60, category: 40, contact: 10_000, skipped: 1_500 } as const;

/** Fills the master data. Out: the id of a record of each kind, by the folder of its pages. */
export async function fillRecords({ pool }: Database, { accountId, connectionId, relations }: Scope): Promise<Record<string, string>> {
  await pool.query(
    `INSERT INTO relation (account_id, debtor_number, name, street, postal_code, city, country_code, email, active)
     SELECT $1, (10000 + n)::text, 'Bakkerij ' || left(md5(n::text), 9), 'Kade ' || n % 200, '4811 AB', (ARRAY['Breda', 'Utrecht', 'Zwolle', 'Venlo'])[1 + n % 4], 'NL', 'info' || n || '@bench.example', n % 50 > 0
     FROM generate_series(1, $2::int) AS n`,
    [accountId, relations],
  );
  await pool.query(
    `INSERT INTO contact (account_id, relation_id, code, name, email) SELECT $1, id, '1', 'Contact ' || debtor_number, 'c' || debtor_number || '@bench.example' FROM relation WHERE account_id = $1 LIMIT ${others.contact}`,
    [accountId],
  );
  await pool.query(`INSERT INTO material (account_id, code, name, unit, price) SELECT $1, 'M' || n, 'Ball valve ' || md5(n::text), 'pcs', n % 900 FROM generate_series(1, ${others.materials}) AS n`, [accountId]);
  for (const table of ["hour_type", "warehouse", "employee", "category"] as const) {
    await pool.query(`INSERT INTO ${table} (account_id, code, name) SELECT $1, 'C' || n, 'Name ' || n FROM generate_series(1, ${others[table]}) AS n`, [accountId]);
  }
  for (const [table, kind, key] of [["relation", "relations", "debtor_number"], ["material", "materials", "code"], ["hour_type", "hourTypes", "code"]] as const) {
    await pool.query(
      `INSERT INTO external_link (account_id, connection_id, administration, kind, external_id, local_id, hash) SELECT $1, $2, '01', $3::record_kind, ${key}, id, md5(id::text) FROM ${table} WHERE account_id = $1`,
      [accountId, connectionId, kind],
    );
  }
  await pool.query(
    `INSERT INTO skipped_record (account_id, connection_id, administration, kind, external_id, label, reason, params)
     SELECT $1, $2, '01', 'relations', 'S' || n, 'Left out ' || n, 'missingCity', '{}' FROM generate_series(1, ${others.skipped}) AS n`,
    [accountId, connectionId],
  );
  const tables = { relations: "relation", materials: "material", contacts: "contact", "hour-types": "hour_type", warehouses: "warehouse", employees: "employee", categories: "category" };
  const found: Record<string, string> = {};
  for (const [folder, table] of Object.entries(tables)) {
    const { rows: [row] } = await pool.query<{ id: string }>(`SELECT id FROM ${table} WHERE account_id = $1 ORDER BY id LIMIT 1`, [accountId]);
    found[folder] = row?.id ?? "";
  }
  await pool.query(
    `INSERT INTO record_change (account_id, kind, local_id, at, source, what, changes)
     SELECT $1, 'relations', id, now() - n * interval '9 days', 'sync', 'changed', '[{"field": "phone", "before": "030 1", "after": "030 2"}]'
     FROM (SELECT id FROM relation WHERE account_id = $1 ORDER BY id LIMIT 10000) AS first_ones, generate_series(1, 30) AS n`,
    [accountId],
  );
  return found;
}

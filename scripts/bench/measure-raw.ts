import pg from "pg";
import type { Surroundings } from "./surroundings";

/** Rows per statement, as the engine writes them. */
const BATCH = 1000;
const tables = ["relation", "delivery_address", "external_link"] as const;

export type RawOutcome = { rows: number; seconds: number };
type Table = { name: string; columns: { name: string; type: string }[]; rows: (string | null)[][] };

/**
 * Writes the rows that an import wrote into the same tables of another, new database, with nothing but `pg` and
 * `insert … select unnest … on conflict do nothing`: what the machine can do at best. A row is a relation or an address; its link comes with it.
 */
export async function measureRaw(surroundings: Surroundings, database: string): Promise<RawOutcome> {
  const source = await connect(surroundings.databaseUrl(database));
  const target = await connect(await surroundings.createDatabase(`${database}_raw`));
  try {
    const account = await readTable(source, "account");
    await writeTable(target, account);
    const written = [];
    for (const name of tables) written.push(await readTable(source, name));
    const begin = performance.now();
    for (const table of written) await writeTable(target, table);
    const seconds = (performance.now() - begin) / 1000;
    const rows = written.filter(({ name }) => name !== "external_link").reduce((total, table) => total + table.rows.length, 0);
    return { rows, seconds };
  } finally {
    await source.end();
    await target.end();
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, options: "-c TimeZone=UTC" });
  await client.connect();
  return client;
}

/** A table as text; what the database computes by itself is left out. */
async function readTable(client: pg.Client, name: string): Promise<Table> {
  const { rows: columns } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [name],
  );
  const list = columns.map((column) => `"${column.name}"::text`).join(", ");
  const { rows } = await client.query<(string | null)[]>({ text: `SELECT ${list} FROM ${name}`, rowMode: "array" });
  return { name, columns, rows };
}

async function writeTable(client: pg.Client, { name, columns, rows }: Table): Promise<void> {
  const list = columns.map((column) => `"${column.name}"`).join(", ");
  const arrays = columns.map((column, index) => `$${index + 1}::${column.type}[]`).join(", ");
  const text = `INSERT INTO ${name} (${list}) SELECT * FROM unnest(${arrays}) ON CONFLICT DO NOTHING`;
  for (let offset = 0; offset < rows.length; offset += BATCH) {
    const batch = rows.slice(offset, offset + BATCH);
    await client.query({ name: `write-${name}`, text, values: columns.map((_, index) => batch.map((row) => row[index])) });
  }
}

import { createHash } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withAdministrator } from "@/e2e/support/administrator";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { applyMigrations } from "./apply-migrations";
import type { Migration } from "./read-migrations";
import { resolveMigration } from "./resolve-migration";

let database: TestDatabase;
let url: string;

beforeEach(async () => {
  database = await createTestDatabase();
  url = database.url;
  await query(`DROP SCHEMA public CASCADE`, `CREATE SCHEMA public`);
});
afterEach(() => database.drop());

async function query(...statements: string[]): Promise<Record<string, unknown>[]> {
  return withAdministrator(url, async (client) => {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  });
}

function migration(name: string, script: string): Migration {
  return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
}

const first = migration("1_first", "CREATE TABLE first (id int); CREATE TABLE also (id int);");
const second = migration("2_second", "ALTER TABLE first ADD COLUMN name text;");

test("migrations are applied in order, once, and recorded as Prisma does", async () => {
  expect(await applyMigrations(url, [first])).toEqual({ applied: ["1_first"], changed: [], unknown: [] });
  expect(await applyMigrations(url, [first, second])).toEqual({ applied: ["2_second"], changed: [], unknown: [] });
  const rows = await query(`SELECT * FROM "_prisma_migrations" ORDER BY migration_name`);
  expect(rows).toMatchObject([
    { migration_name: "1_first", checksum: first.checksum, logs: null, rolled_back_at: null, applied_steps_count: 1 },
    { migration_name: "2_second", checksum: second.checksum, logs: null, rolled_back_at: null, applied_steps_count: 1 },
  ]);
  expect(rows.every((row) => row.finished_at instanceof Date && row.started_at instanceof Date)).toBe(true);
});

test("the journal has the columns of Prisma's own", async () => {
  await applyMigrations(url, []);
  const columns = await query(`SELECT column_name AS name, data_type AS type, character_maximum_length AS length, is_nullable AS empty
    FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`);
  const varchar = "character varying";
  const moment = "timestamp with time zone";
  expect(columns).toEqual([
    { name: "id", type: varchar, length: 36, empty: "NO" },
    { name: "checksum", type: varchar, length: 64, empty: "NO" },
    { name: "finished_at", type: moment, length: null, empty: "YES" },
    { name: "migration_name", type: varchar, length: 255, empty: "NO" },
    { name: "logs", type: "text", length: null, empty: "YES" },
    { name: "rolled_back_at", type: moment, length: null, empty: "YES" },
    { name: "started_at", type: moment, length: null, empty: "NO" },
    { name: "applied_steps_count", type: "integer", length: null, empty: "NO" },
  ]);
});

test("a failing script stops everything after it and says what to do", async () => {
  const broken = migration("2_broken", "CREATE TABLE half (id int); SELECT nonsense;");
  const third = migration("3_third", "CREATE TABLE third (id int);");
  await expect(applyMigrations(url, [first, broken, third])).rejects.toThrow(
    /The migration 2_broken failed: column "nonsense" does not exist.*npm run migrations:resolve -- 2_broken/,
  );
  const tables = await query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  expect(tables.map((row) => row.tablename)).toEqual(["_prisma_migrations", "also", "first"]);
  const [row] = await query(`SELECT finished_at, logs FROM "_prisma_migrations" WHERE migration_name = '2_broken'`);
  expect(row).toMatchObject({ finished_at: null, logs: expect.stringContaining("nonsense") });
});

test("nothing is applied while an earlier failure stands, and all is well once it is resolved", async () => {
  const broken = migration("2_second", "SELECT nonsense;");
  await expect(applyMigrations(url, [first, broken])).rejects.toThrow("2_second failed");
  await expect(applyMigrations(url, [first, second])).rejects.toThrow("2_second failed earlier and was not resolved");
  await resolveMigration(url, "2_second");
  expect(await applyMigrations(url, [first, second])).toEqual({ applied: ["2_second"], changed: [], unknown: [] });
});

test("only a migration that stands failed can be resolved", async () => {
  await applyMigrations(url, [first]);
  await expect(resolveMigration(url, "1_first")).rejects.toThrow("No migration named 1_first stands failed");
});

test("an applied script that was changed afterwards, or is gone, is reported and left alone", async () => {
  await applyMigrations(url, [first, second]);
  const changed = migration("1_first", "CREATE TABLE other (id int);");
  expect(await applyMigrations(url, [changed])).toEqual({ applied: [], changed: ["1_first"], unknown: ["2_second"] });
});

test("two at once apply each migration once", async () => {
  const slow = migration("1_slow", "SELECT pg_sleep(0.3); CREATE TABLE slow (id int);");
  const more = migration("2_more", "ALTER TABLE slow ADD COLUMN name text;");
  const outcomes = await Promise.all([applyMigrations(url, [slow, more]), applyMigrations(url, [slow, more])]);
  expect(outcomes.flatMap((outcome) => outcome.applied)).toEqual(["1_slow", "2_more"]);
});

test("it waits for whoever holds Prisma's lock", async () => {
  const prisma = new pg.Client({ connectionString: url });
  await prisma.connect();
  await prisma.query("SELECT pg_advisory_lock(72707369)");
  let isDone = false;
  const outcome = applyMigrations(url, [first]).finally(() => (isDone = true));
  await expect.poll(() => query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).toHaveLength(1);
  expect(isDone).toBe(false);
  await prisma.end();
  expect((await outcome).applied).toEqual(["1_first"]);
});

import pg from "pg";
import { expect, test } from "vitest";
import { readMigrations } from "@/scripts/migrations/read-migrations";
import { createTestDatabase } from "./database";

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test("a test database is migrated, and is its own", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await query(one.url, "CREATE TABLE only_here ()");
  const migrations = await query(one.url, `SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`);
  expect(migrations).toHaveLength(readMigrations().length);
  await expect(query(other.url, "SELECT 1 FROM only_here")).rejects.toThrow("only_here");
  await Promise.all([one.drop(), other.drop()]);
});

test("a dropped test database is gone, even while somebody is connected", async () => {
  const database = await createTestDatabase();
  const forgotten = new pg.Client({ connectionString: database.url });
  forgotten.on("error", () => undefined);
  await forgotten.connect();
  await database.drop();
  await expect(query(database.url, "SELECT 1")).rejects.toThrow("does not exist");
});

test("its server speaks UTC and sorts names as people do", async () => {
  const database = await createTestDatabase();
  const [row] = await query(
    database.url,
    `SELECT current_setting('TimeZone') AS zone, array_agg(name ORDER BY name) AS names FROM unnest(ARRAY['Zeeman','van Dam','Écluse','Eekhof']) AS name`,
  );
  expect(row).toEqual({ zone: "UTC", names: ["Écluse", "Eekhof", "van Dam", "Zeeman"] });
  await database.drop();
});

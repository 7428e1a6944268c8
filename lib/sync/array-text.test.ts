import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { openDatabase, type Database } from "@/lib/db";
import { arrayText } from "@/lib/sync/array-text";

let testDatabase: TestDatabase;
let db: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  db = openDatabase(testDatabase.url);
});
afterAll(async () => {
  await db.close();
  await testDatabase.drop();
});

test.each([
  { values: [] },
  { values: [""] },
  { values: ["", "a", ""] },
  { values: [null] },
  { values: ["NULL", "null", null] },
  { values: ['"', "\\", '\\"', '"\\\\"', "{", "}", ",", "'", "a,b", "{}", " a ", "\t\n", "é€漢😀"] },
])("PostgreSQL reads $values as it was written", async ({ values }) => {
  const { rows } = await db.pool.query("SELECT $1::text[] AS read", [arrayText(values)]);
  expect(rows).toEqual([{ read: values }]);
});

test("numbers may stand in it too", async () => {
  const { rows } = await db.pool.query("SELECT $1::integer[] AS whole, $2::float8[] AS broken", [arrayText([1, -2, null, 0]), arrayText([1.5, 1e21])]);
  expect(rows).toEqual([{ whole: [1, -2, null, 0], broken: [1.5, 1e21] }]);
});

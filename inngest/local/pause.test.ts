import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { fastTiming } from "@/e2e/support/job-engine/fast-timing";
import { acceptEvents } from "./events";
import { replaceFunctions } from "./functions";
import { readPause } from "./pause";
import { inTransaction, openPool } from "./store";

const longest = 60 * 60_000;
let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url);
  await inTransaction(pool, (transaction) =>
    replaceFunctions(transaction, [{ id: "fn", triggers: [{ type: "event", event: "a/b" }], attempts: 1, concurrency: [], cancel: [] }]),
  );
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const start = (ts: number) => inTransaction(pool, (transaction) => acceptEvents(transaction, [{ id: randomUUID(), name: "a/b", data: {}, ts }], undefined, fastTiming));

test("the pause ends with the next thing that is due, and at once where one came due since the look before", async () => {
  const before = await readPause(pool, null, longest);
  expect(before.pause).toBe(longest);
  await start(0);
  expect(await readPause(pool, before.at, longest)).toMatchObject({ pause: 1 });

  const after = await readPause(pool, null, longest);
  expect(await readPause(pool, after.at, longest), "what was due before has been seen").toMatchObject({ pause: longest });
  await start(Date.now() + 30 * 60_000);
  const { pause } = await readPause(pool, after.at, longest);
  expect(pause).toBeGreaterThan(1);
  expect(pause).toBeLessThanOrEqual(30 * 60_000);
});

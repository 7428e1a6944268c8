import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { budgetStanding } from "@/lib/budget/budget-standing";
import { takeBudget } from "@/lib/budget/take-budget";
import { openDatabase, type Database } from "@/lib/db";
import { productionTiming } from "@/lib/timing";

let testDatabase: TestDatabase;
/** Two pools, as two processes have them. */
let pools: [Database, Database];
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  pools = [openDatabase(testDatabase.url, { connections: 4 }), openDatabase(testDatabase.url, { connections: 4 })];
});
afterAll(async () => {
  await Promise.all(pools.map((db) => db.close()));
  await testDatabase.drop();
});

const window = 400;
const timing = { ...productionTiming, rateWindow: window };
const never = () => new AbortController().signal;

describe("a connection's rate budget", () => {
  test.each(["import", "export"] as const)("lets through no more than allowed in any window, whoever asks: %s", async (purpose) => {
    const connectionId = randomUUID();
    const take = (db: Database) => takeBudget(db, timing, { connectionId, perMinute: 5, purpose, signal: never() });
    const seen = async (db: Database) => {
      await take(db);
      const { rows } = await db.pool.query<{ sent: Date[] }>("SELECT sent_at AS sent FROM rate_budget WHERE connection_id = $1", [connectionId]);
      return rows[0]?.sent.map((moment) => moment.getTime()) ?? [];
    };
    const moments = new Set((await Promise.all(Array.from({ length: 18 }, (_, index) => seen(index % 2 ? pools[0] : pools[1])))).flat());
    const inOrder = [...moments].sort((one, other) => one - other);
    for (const moment of inOrder) expect(inOrder.filter((other) => other >= moment && other < moment + window).length).toBeLessThanOrEqual(5);
  });

  test("is each connection's own", async () => {
    const take = (connectionId: string) => takeBudget(pools[0], timing, { connectionId, perMinute: 1, signal: never() });
    await Promise.all([take(randomUUID()), take(randomUUID()), take(randomUUID())]);
  });

  test("says what is used, what is left and when there is more", async () => {
    const connectionId = randomUUID();
    const slow = { ...timing, rateWindow: 60_000 };
    expect(await budgetStanding(pools[0], slow, connectionId, 2)).toEqual({ used: 0, left: 2, nextAt: null });
    await takeBudget(pools[0], slow, { connectionId, perMinute: 2, signal: never() });
    expect(await budgetStanding(pools[0], slow, connectionId, 2)).toEqual({ used: 1, left: 1, nextAt: null });
    await takeBudget(pools[0], slow, { connectionId, perMinute: 2, purpose: "export", signal: never() });
    const full = await budgetStanding(pools[0], slow, connectionId, 2);
    expect(full).toMatchObject({ used: 2, left: 0 });
    expect(full.nextAt?.getTime()).toBeGreaterThan(Date.now() + 50_000);
  });

  test("waiting for it can be given up", async () => {
    const connectionId = randomUUID();
    const slow = { ...timing, rateWindow: 60_000 };
    const controller = new AbortController();
    await takeBudget(pools[0], slow, { connectionId, perMinute: 1, signal: never() });
    const waiting = takeBudget(pools[0], slow, { connectionId, perMinute: 1, signal: controller.signal });
    controller.abort(new Error("cancelled"));
    await expect(waiting).rejects.toThrow("cancelled");
  });
});

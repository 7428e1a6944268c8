import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { takeBudget, type BudgetPurpose } from "@/lib/budget/take-budget";
import { openDatabase, type Database } from "@/lib/db";
import { productionTiming } from "@/lib/timing";

let testDatabase: TestDatabase;
let db: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  db = openDatabase(testDatabase.url, { connections: 8 });
});
afterAll(async () => {
  await db.close();
  await testDatabase.drop();
});

const window = 1_000;
/** Takes one place; gives up when it would have to wait longer than a test does. */
async function tryToTake(connectionId: string, purpose: BudgetPurpose, perMinute: number): Promise<boolean> {
  const controller = new AbortController();
  const timing = { ...productionTiming, rateWindow: 60_000, wait: async () => controller.abort(new Error("would wait")) };
  return takeBudget(db, timing, { connectionId, perMinute, purpose, signal: controller.signal }).then(() => true, () => false);
}

async function takeMany(connectionId: string, purpose: BudgetPurpose, perMinute: number, tries: number): Promise<number> {
  let taken = 0;
  for (let count = 0; count < tries; count += 1) if (await tryToTake(connectionId, purpose, perMinute)) taken += 1;
  return taken;
}

describe("exports and imports of one connection", () => {
  test("share its budget, and exports leave imports their fifth", async () => {
    const connectionId = randomUUID();
    expect(await takeMany(connectionId, "export", 20, 10)).toBe(10);
    expect(await takeMany(connectionId, "webhook", 20, 30)).toBe(6);
    expect(await takeMany(connectionId, "import", 20, 30)).toBe(4);
  });

  test("let imports have everything but the last place while no export waits", async () => {
    const connectionId = randomUUID();
    expect(await takeMany(connectionId, "import", 20, 30)).toBe(19);
    expect(await takeMany(connectionId, "export", 20, 3)).toBe(1);
    // From now on it goes first.
    expect((await db.prisma.rateBudget.findUniqueOrThrow({ where: { connectionId } })).exportWaitsUntil).toBeInstanceOf(Date);
  });

  test("keep imports at their fifth while an export waits", async () => {
    const connectionId = randomUUID();
    await takeMany(connectionId, "import", 20, 10);
    await db.prisma.rateBudget.update({ where: { connectionId }, data: { exportWaitsUntil: new Date(Date.now() + 60_000) } });
    expect(await takeMany(connectionId, "import", 20, 10)).toBe(0);
    expect(await takeMany(connectionId, "export", 20, 1)).toBe(1);
    // It has its place; nobody waits any more.
    expect(await takeMany(connectionId, "import", 20, 3)).toBe(3);
  });

  test("all come through in the end, whoever waits for whom", async () => {
    const connectionId = randomUUID();
    const timing = { ...productionTiming, rateWindow: window };
    const never = new AbortController().signal;
    const order: BudgetPurpose[] = [];
    const take = async (purpose: BudgetPurpose) => {
      await takeBudget(db, timing, { connectionId, perMinute: 10, purpose, signal: never });
      order.push(purpose);
    };
    await Promise.all(Array.from({ length: 10 }, () => take("import")));
    await Promise.all([...Array.from({ length: 8 }, () => take("export")), ...Array.from({ length: 6 }, () => take("import"))]);
    expect(order.filter((purpose) => purpose === "import")).toHaveLength(16);
    expect(order.filter((purpose) => purpose === "export")).toHaveLength(8);
  });

  test("are not held up by a vendor that allows one request", async () => {
    for (const purpose of ["export", "import"] as const) expect(await takeMany(randomUUID(), purpose, 1, 2)).toBe(1);
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { spacing, takeBudget, type BudgetPurpose } from "@/lib/budget/take-budget";
import { openDatabase, type Database } from "@/lib/db";
import { productionTiming } from "@/lib/timing";

let testDatabase: TestDatabase;
let db: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  db = openDatabase(testDatabase.url, { connections: 2 });
});
afterAll(async () => {
  await db.close();
  await testDatabase.drop();
});

const window = 60_000;
/** What asking the database may take, however busy the machine is. */
const slack = 2_000;

/** A connection whose time passes only when something waits: then everything that happened lies further back. */
class Line {
  readonly connectionId = randomUUID();
  passed = 0;

  constructor(readonly perMinute: number) {}

  /** Takes a place, however long that takes. */
  take(purpose: BudgetPurpose, isPaced = false): Promise<void> {
    return this.ask(purpose, (milliseconds) => this.pass(milliseconds), isPaced);
  }

  /** How long something would wait now, without leaving a trace. */
  async waitOf(purpose: BudgetPurpose): Promise<number> {
    const before = await db.prisma.rateBudget.findUnique({ where: { connectionId: this.connectionId } });
    const passed = this.passed;
    await this.take(purpose);
    const waited = this.passed - passed;
    this.passed = passed;
    if (before) await db.prisma.rateBudget.update({ where: { connectionId: this.connectionId }, data: before });
    return waited;
  }

  /** Requests that the vendor counts. */
  async ofLastMinute(): Promise<number> {
    const { rows } = await db.pool.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM rate_budget, unnest(sent_at) moment WHERE connection_id = $1 AND moment > clock_timestamp() - $2 * interval '1 millisecond'",
      [this.connectionId, window],
    );
    return rows[0]?.count ?? 0;
  }

  private ask(purpose: BudgetPurpose, wait: (milliseconds: number) => Promise<void>, isPaced: boolean): Promise<void> {
    const timing = { ...productionTiming, rateWindow: window, wait };
    return takeBudget(db, timing, { connectionId: this.connectionId, perMinute: this.perMinute, purpose, isPaced, signal: new AbortController().signal });
  }

  async pass(milliseconds: number): Promise<void> {
    this.passed += milliseconds;
    await db.pool.query(
      `UPDATE rate_budget SET sent_at = ARRAY(SELECT moment - $2 * interval '1 millisecond' FROM unnest(sent_at) moment),
         import_sent_at = ARRAY(SELECT moment - $2 * interval '1 millisecond' FROM unnest(import_sent_at) moment),
         export_waits_until = export_waits_until - $2 * interval '1 millisecond' WHERE connection_id = $1`,
      [this.connectionId, milliseconds],
    );
  }
}

test.each([10, 60])("with %i requests a minute, an import is as quick as the vendor allows, and whatever is urgent waits one slot at most", async (perMinute) => {
  const line = new Line(perMinute);
  const slot = spacing(window) / perMinute;
  const requests = perMinute * 2 + 5;
  for (let request = 0; request < requests; request += 1) {
    await line.take("import");
    expect(await line.ofLastMinute()).toBeLessThanOrEqual(perMinute);
    if (request % 7 === 3 || request % perMinute === perMinute - 1) expect(await line.waitOf(request % 2 ? "webhook" : "export")).toBeLessThanOrEqual(slot + slack);
  }
  expect(line.passed).toBeLessThanOrEqual(1.05 * requests * (window / perMinute));
});

test.each([10, 60])("with %i requests a minute, an export beside a paced import waits no longer than one slot for each of its requests, and the import is as quick as the budget allows", async (perMinute) => {
  const line = new Line(perMinute);
  const slot = spacing(window) / perMinute;
  for (const before of [1, 4, perMinute - 1, perMinute + 3]) {
    const began = line.passed;
    for (let request = 0; request < before; request += 1) await line.take("import", true);
    expect(line.passed - began).toBeLessThanOrEqual(before * slot);
    const asked = line.passed;
    for (let request = 1; request <= 7; request += 1) {
      await line.take("export");
      expect(line.passed - asked).toBeLessThanOrEqual(request * slot + slack);
    }
    await line.pass(2 * window);
  }
});

test("exports that never end leave an import its fifth, and an import that never ends leaves exports the rest", async () => {
  const line = new Line(10);
  const imports: number[] = [];
  while (line.passed < 5 * window) {
    for (let burst = 0; burst < 8; burst += 1) await line.take("export");
    for (let burst = 0; burst < 2; burst += 1) {
      await line.take("import");
      imports.push(line.passed);
    }
  }
  expect(imports.length).toBeGreaterThanOrEqual(8);
  expect(imports.length).toBeLessThanOrEqual(12);
});

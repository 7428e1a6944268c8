import { afterAll, beforeAll, expect, test } from "vitest";
import { createExportTest, enterComplete, sweep, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { readWithStandings } from "@/lib/export/read-with-standings";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());

/** Reads while the export goes out and ends, after so many questions to the database. `isOver`: there were no more questions than that. */
async function readAround(workOrderId: string, questions: number) {
  const { pool } = it.db;
  const ask = pool.query.bind(pool);
  let asked = 0;
  const askAndEnd = async (...given: unknown[]): Promise<unknown> => {
    const answer: unknown = await Reflect.apply(ask, undefined, given);
    asked += 1;
    if (asked !== questions) return answer;
    Reflect.deleteProperty(pool, "query");
    await workOut(it);
    return answer;
  };
  Object.defineProperty(pool, "query", { value: askAndEnd, configurable: true });
  const read = await readWithStandings(it.db, { accountId: it.accountId, workOrderId }, { connectors: [it.connector], now: it.clock.now() });
  Reflect.deleteProperty(pool, "query");
  return { ...read, isOver: asked < questions };
}

test("whenever its export ends while it is read: beside the answer that it is done, the work order is handled", async () => {
  const seen = new Set<string>();
  for (let questions = 1; ; questions += 1) {
    const { id } = await enterComplete(it);
    await sweep(it);
    const { standings, workOrder, isOver } = await readAround(id, questions);
    const [standing] = standings;
    if (standing?.answer.kind === "done") expect(workOrder.status, `after ${questions} questions`).toBe("handled");
    seen.add(`${standing?.answer.kind}, ${workOrder.status}`);
    if (isOver) break;
  }
  expect([...seen]).toEqual(expect.arrayContaining(["done, handled", "waiting, handled", "waiting, complete"]));
});

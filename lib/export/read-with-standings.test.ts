import { afterAll, beforeAll, expect, test } from "vitest";
import { createExportTest, enterComplete, sweep, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { readWithStandings } from "@/lib/export/read-with-standings";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());

/** Reads while the export goes out and ends, after so many questions to the database. */
async function readAround(workOrderId: string, questions: number) {
  let asked = 0;
  const prisma = it.db.prisma.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        const answer: unknown = await query(args);
        asked += 1;
        if (asked === questions) await workOut(it);
        return answer;
      },
    },
  });
  const read = await prisma.$transaction((tx) => readWithStandings({ prisma: tx }, { accountId: it.accountId, workOrderId }, { connectors: [it.connector], now: it.clock.now() }));
  return { ...read, asked };
}

test("whenever its export ends while it is read: beside the answer that it is done, the work order is handled", async () => {
  const seen = new Set<string>();
  for (let questions = 1; ; questions += 1) {
    const { id } = await enterComplete(it);
    await sweep(it);
    const { standings, workOrder, asked } = await readAround(id, questions);
    const [standing] = standings;
    if (standing?.answer.kind === "done") expect(workOrder.status, `after ${questions} questions`).toBe("handled");
    seen.add(`${standing?.answer.kind}, ${workOrder.status}`);
    if (questions >= asked) break;
  }
  expect([...seen]).toEqual(expect.arrayContaining(["done, handled", "waiting, handled", "waiting, complete"]));
});

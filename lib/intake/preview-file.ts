import type { Database } from "@/lib/db";
import type { CellProblem } from "@/lib/intake/cell-problem";
import { countResults, judgeOrders, type FileResult, type JudgedOrder } from "@/lib/intake/judge-orders";
import { readFile, type FileProblem } from "@/lib/intake/read-file";

/** A work order of the preview, as a person recognises it. */
export type PreviewOrder = { number: string; row: number; customer: string; workDate: string; lines: number; result: Exclude<FileResult, "wrong"> };

export type FilePreview = {
  rows: number;
  counts: Record<FileResult, number>;
  /** The first of the good ones, and of the wrong cells: who has more downloads them. */
  orders: readonly PreviewOrder[];
  wrong: readonly CellProblem[];
  wrongCells: number;
};

/** Rows of each list of the preview. */
const shown = 100;

/** What an import of this file would do, or why the file cannot be read; nothing is stored. */
export async function previewFile(db: Database, { accountId, bytes }: { accountId: string; bytes: Uint8Array }): Promise<{ preview: FilePreview } | { problem: FileProblem }> {
  const read = readFile(bytes);
  if ("problem" in read) return read;
  const judged = await judgeOrders(db, accountId, read.orders);
  const wrong = judged.flatMap(({ problems }) => problems);
  return {
    preview: {
      rows: read.table.rows.length,
      counts: countResults(judged.map(({ result }) => result)),
      orders: judged.flatMap(previewOf).slice(0, shown),
      wrong: wrong.slice(0, shown),
      wrongCells: wrong.length,
    },
  };
}

function previewOf({ order, result }: JudgedOrder): PreviewOrder[] {
  if (result === "wrong" || "problems" in order) return [];
  const { customer, workDate, lines } = order.posted.input;
  return [{ number: order.number, row: order.rows[0]?.row ?? 0, customer: customer.name ?? customer.debtorNumber ?? "", workDate, lines: lines.length, result }];
}

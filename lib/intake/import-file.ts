import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { CellProblem } from "@/lib/intake/cell-problem";
import { countResults, judgeOrders, problemAt, type FileResult } from "@/lib/intake/judge-orders";
import { readFile, type FileProblem } from "@/lib/intake/read-file";
import type { FileOrder } from "@/lib/intake/read-file-orders";
import { upsertWorkOrder } from "@/lib/work-orders/upsert-work-order";

/** Work orders of one portion: few enough that a person sees the import move on. */
const portionSize = 100;

/** What one portion did. `total` good work orders are in the file, `done` of them have been looked at. */
export type ImportedPortion = { done: number; total: number; counts: Record<FileResult, number>; refused: readonly CellProblem[]; dueIn: readonly string[] };

type Import = { accountId: string; actor: string; bytes: Uint8Array; /** How many were done by the portions before. */ from: number; size?: number };

/**
 * Stores the next portion of the good work orders of a file. A portion may be repeated: what is stored already is unchanged, so an
 * import that broke off is simply begun again.
 */
export async function importPortion(db: Database, { accountId, actor, bytes, from, size = portionSize }: Import): Promise<ImportedPortion | { problem: FileProblem }> {
  const read = readFile(bytes);
  if ("problem" in read) return read;
  const good = read.orders.flatMap((order) => ("posted" in order ? [order] : []));
  const results: FileResult[] = [];
  const refused: CellProblem[] = [];
  const dueIn = new Set<string>();
  for (const { order, result, problems } of await judgeOrders(db, accountId, good.slice(from, from + size))) {
    // What is stored already, and what is wrong anyway, needs no transaction of its own.
    const stored = "posted" in order && (result === "created" || result === "updated") ? await storeOrder(db, { accountId, actor, order }) : { result, problems, dueIn: null };
    results.push(stored.result);
    refused.push(...stored.problems);
    if (stored.dueIn !== null) dueIn.add(stored.dueIn);
  }
  return { done: from + results.length, total: good.length, counts: countResults(results), refused, dueIn: [...dueIn] };
}

type GoodOrder = Extract<FileOrder, { posted: unknown }>;
type Stored = { result: FileResult; problems: readonly CellProblem[]; dueIn: string | null };

/** One that was exported since it was judged is refused and does not stop the others. */
async function storeOrder(db: Database, { accountId, actor, order }: { accountId: string; actor: string; order: GoodOrder }): Promise<Stored> {
  try {
    const { result, dueIn } = await upsertWorkOrder(db, { accountId, actor, origin: "csv", ...order.posted });
    return { result, problems: [], dueIn };
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== "work_order_exported" && error.code !== "work_order_sending")) throw error;
    return { result: "wrong", problems: [problemAt(order, "WorkorderNo", { code: "exported", params: {} })], dueIn: null };
  }
}

/** What the import of a whole file is about to do, for the audit trail. */
export async function foresee(db: Database, { accountId, bytes }: { accountId: string; bytes: Uint8Array }): Promise<Record<FileResult, number> | null> {
  const read = readFile(bytes);
  return "problem" in read ? null : countResults((await judgeOrders(db, accountId, read.orders)).map(({ result }) => result));
}

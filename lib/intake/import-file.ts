import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { CellProblem } from "@/lib/intake/cell-problem";
import { countResults, judgeOrders, problemAt, type FileResult } from "@/lib/intake/judge-orders";
import { readFile, type FileProblem } from "@/lib/intake/read-file";
import type { FileOrder } from "@/lib/intake/read-file-orders";
import { upsertWorkOrder } from "@/lib/work-orders/upsert-work-order";

/** Work orders of one portion: few enough that a person sees the import move on. */
const portionSize = 250;

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
  for (const order of good.slice(from, from + size)) {
    const stored = await storeOrder(db, { accountId, actor, order });
    results.push(stored.result);
    if ("problem" in stored) refused.push(stored.problem);
    else if (stored.dueIn !== null) dueIn.add(stored.dueIn);
  }
  return { done: from + results.length, total: good.length, counts: countResults(results), refused, dueIn: [...dueIn] };
}

type GoodOrder = Extract<FileOrder, { posted: unknown }>;
type Stored = { result: Exclude<FileResult, "wrong">; dueIn: string | null } | { result: "wrong"; problem: CellProblem };

/** One that is refused does not stop the others. */
async function storeOrder(db: Database, { accountId, actor, order }: { accountId: string; actor: string; order: GoodOrder }): Promise<Stored> {
  try {
    return await upsertWorkOrder(db, { accountId, actor, origin: "csv", ...order.posted });
  } catch (error) {
    const problem = error instanceof AppError ? problemOfRefusal(order, error.code) : null;
    if (!problem) throw error;
    return { result: "wrong", problem };
  }
}

function problemOfRefusal(order: GoodOrder, code: AppError["code"]): CellProblem | null {
  if (code === "work_order_exported" || code === "work_order_sending") return problemAt(order, "WorkorderNo", { code: "exported", params: {} });
  if (code === "invalid_input") return problemAt(order, "WorkStatus", { code: "unknownWorkStatus", params: { code: order.posted.workStatusCode ?? "" } });
  return null;
}

/** What the import of a whole file is about to do, for the audit trail. */
export async function foresee(db: Database, { accountId, bytes }: { accountId: string; bytes: Uint8Array }): Promise<Record<FileResult, number> | null> {
  const read = readFile(bytes);
  return "problem" in read ? null : countResults((await judgeOrders(db, accountId, read.orders)).map(({ result }) => result));
}

import type { Database } from "@/lib/db";
import type { CellProblem } from "@/lib/intake/cell-problem";
import type { FileOrder } from "@/lib/intake/read-file-orders";
import { planUpserts } from "@/lib/work-orders/plan-upserts";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";

export type FileResult = "created" | "updated" | "unchanged" | "wrong";

/** A work order of the file and what an import would make of it. */
export type JudgedOrder = { order: FileOrder; result: FileResult; problems: readonly CellProblem[] };

/** What an import of these work orders would do; nothing is stored. */
export async function judgeOrders(db: Database, accountId: string, orders: readonly FileOrder[]): Promise<JudgedOrder[]> {
  const good = orders.flatMap((order) => ("posted" in order ? [order.posted] : []));
  const planned = await planUpserts(db, { accountId, orders: good });
  const codes = new Set((await listWorkStatuses(db, accountId)).map(({ code }) => code));
  return orders.map((order): JudgedOrder => {
    if ("problems" in order) return { order, result: "wrong", problems: order.problems };
    const { workStatusCode: code } = order.posted;
    if (code !== undefined && !codes.has(code)) return { order, result: "wrong", problems: [problemAt(order, "WorkStatus", { code: "unknownWorkStatus", params: { code } })] };
    const result = planned.get(order.number) ?? "unchanged";
    return result === "exported" ? { order, result: "wrong", problems: [problemAt(order, "WorkorderNo", { code: "exported", params: {} })] } : { order, result, problems: [] };
  });
}

/** A problem of the whole work order, at its first row. */
export function problemAt({ number, rows }: FileOrder, column: string, problem: Pick<CellProblem, "code" | "params">): CellProblem {
  const [value = ""] = rows.flatMap(({ cells }) => [...cells].flatMap(([{ name }, cell]) => (name === column ? [cell] : [])));
  return { row: rows[0]?.row ?? 0, column, value, number, ...problem };
}

/** How many work orders have each result. */
export function countResults(results: readonly FileResult[]): Record<FileResult, number> {
  const counts = { created: 0, updated: 0, unchanged: 0, wrong: 0 };
  for (const result of results) counts[result] += 1;
  return counts;
}

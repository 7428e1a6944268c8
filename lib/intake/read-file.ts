import { decodeText } from "@/lib/intake/decode-text";
import { readFileOrders, type FileOrder } from "@/lib/intake/read-file-orders";
import { readTable, type Table, type TableProblem } from "@/lib/intake/read-table";

/** Why nothing of a file can be used. */
export type FileProblem = TableProblem | { code: "tooLarge" } | { code: "workbook" } | { code: "binary" };

type ReadFile = { table: Table; orders: readonly FileOrder[] } | { problem: FileProblem };

/** The work orders of a file, each good or with its wrong cells, or why the file cannot be read. */
export function readFile(bytes: Uint8Array): ReadFile {
  const decoded = decodeText(bytes);
  if ("problem" in decoded) return { problem: { code: decoded.problem } };
  const read = readTable(decoded.text);
  return "problem" in read ? read : { table: read.table, orders: readFileOrders(read.table) };
}

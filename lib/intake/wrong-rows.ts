import { csvLine } from "@/lib/csv/csv-line";
import type { Database } from "@/lib/db";
import type { CellProblem } from "@/lib/intake/cell-problem";
import { isRemark } from "@/lib/intake/file-columns";
import { judgeOrders } from "@/lib/intake/judge-orders";
import { readFile } from "@/lib/intake/read-file";

type WrongRowsWords = { separator: "," | ";"; row: string; problem: string; sentence: (problem: CellProblem) => string };

/** Tells a spreadsheet that accents are in UTF-8. */
const byteOrderMark = "\uFEFF";

/**
 * A file of all rows of the wrong work orders, with what is wrong in columns of their own. Corrected, it can be imported as it is:
 * those columns are not read.
 */
export async function writeWrongRows(db: Database, { accountId, bytes, words }: { accountId: string; bytes: Uint8Array; words: WrongRowsWords }): Promise<string> {
  const read = readFile(bytes);
  if ("problem" in read) return "";
  const kept = read.table.headings.map((heading, index) => ({ heading, index })).filter(({ heading }) => !isRemark(heading));
  const judged = await judgeOrders(db, accountId, read.orders);
  const lines = judged.flatMap(({ order, problems }) =>
    problems.length === 0
      ? []
      : order.rows.map(({ row, original }) => {
          const why = problems.filter((problem) => problem.row === row).map((problem) => `${problem.column}: ${words.sentence(problem)}`);
          return [...kept.map(({ index }) => (original[index] ?? "").trim()), String(row), why.join(" ")];
        }),
  );
  const header = [...kept.map(({ heading }) => heading), `# ${words.row}`, `# ${words.problem}`];
  return byteOrderMark + [header, ...lines].map((line) => csvLine(line, words.separator)).join("");
}

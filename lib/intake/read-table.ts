import Papa from "papaparse";
import { columnOf, isRemark, type FileColumn } from "@/lib/intake/file-columns";
import { rowLimit } from "@/lib/intake/row-limit";

/** Why a file cannot be read at all; each has sentences below `intake.fileProblem`. */
export type TableProblem =
  | { code: "empty" }
  | { code: "quotes"; row: number }
  | { code: "tooManyRows"; rows: number; max: number }
  | { code: "unknownColumns"; columns: readonly string[] }
  | { code: "repeatedColumns"; columns: readonly string[] }
  | { code: "missingColumns"; columns: readonly string[] };

/** A row as a spreadsheet numbers it (headings are row 1), and its filled cells by column. */
export type TableRow = { row: number; cells: ReadonlyMap<FileColumn, string>; /** As they stand in the file. */ original: readonly string[] };

export type Table = { headings: readonly string[]; rows: readonly TableRow[] };

const separators = [";", ",", "\t"] as const;

/** Our own files have an apostrophe before what a spreadsheet would take for a formula, so have those of others. */
const disarmed = /^'(?=[=+\-@\t\r])/;

/** The rows of a file with separated values, or why they cannot be read. */
export function readTable(text: string): { table: Table } | { problem: TableProblem } {
  const { body, separator } = separatorOf(text);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator });
  const [quotes] = errors.filter(({ type }) => type === "Quotes");
  if (quotes) return { problem: { code: "quotes", row: (quotes.row ?? 0) + 1 } };
  const headings = (data[0] ?? []).map((heading) => heading.trim());
  const problem = problemOfHeadings(headings);
  if (problem) return { problem };
  const rows = data.flatMap((cells, index) => (index === 0 || cells.every((cell) => cell.trim() === "") ? [] : [rowOf(headings, cells, index + 1)]));
  if (rows.length === 0) return { problem: { code: "empty" } };
  if (rows.length > rowLimit) return { problem: { code: "tooManyRows", rows: rows.length, max: rowLimit } };
  return { table: { headings, rows } };
}

/** The separator under which the most headings are known. Excel may name it in a line of its own. */
function separatorOf(text: string): { body: string; separator: string } {
  const [named, own] = /^sep=([;,\t])\r?\n/i.exec(text) ?? [];
  if (named !== undefined && own !== undefined) return { body: text.slice(named.length), separator: own };
  const known = (separator: string) => (Papa.parse<string[]>(text, { delimiter: separator, preview: 1 }).data[0] ?? []).filter((heading) => columnOf(heading)).length;
  const [best = ";"] = [...separators].sort((one, other) => known(other) - known(one));
  return { body: text, separator: best };
}

function problemOfHeadings(headings: readonly string[]): TableProblem | null {
  if (headings.every((heading) => heading === "")) return { code: "empty" };
  const unknown = headings.filter((heading) => !isRemark(heading) && !columnOf(heading));
  if (unknown.length > 0) return { code: "unknownColumns", columns: unknown };
  const names = headings.flatMap((heading) => columnOf(heading)?.name ?? []);
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (repeated.length > 0) return { code: "repeatedColumns", columns: repeated };
  return names.includes("WorkorderNo") ? null : { code: "missingColumns", columns: ["WorkorderNo"] };
}

function rowOf(headings: readonly string[], cells: readonly string[], row: number): TableRow {
  const filled = cells.flatMap((cell, index): [FileColumn, string][] => {
    const column = columnOf(headings[index] ?? "");
    const value = cell.trim().replace(disarmed, "");
    return column && value !== "" ? [[column, value]] : [];
  });
  return { row, cells: new Map(filled), original: cells };
}

import { problemsOf } from "@/lib/api/field-problems";
import { postedWorkOrder, type PostedWorkOrder } from "@/lib/api/posted-work-order";
import { findAmbiguous } from "@/lib/intake/ambiguous-decimals";
import { fileColumns, type FileColumn } from "@/lib/intake/file-columns";
import type { CellProblem } from "@/lib/intake/cell-problem";
import type { Table, TableRow } from "@/lib/intake/read-table";

/** A work order of the file: the rows it is made of, and what it becomes or what is wrong. */
export type FileOrder = { number: string; rows: readonly TableRow[] } & ({ posted: PostedWorkOrder } | { problems: readonly CellProblem[] });

/** The work orders of a file in the order in which they appear; rows with the same number belong together, wherever they stand. */
export function readFileOrders({ rows }: Table): FileOrder[] {
  const ambiguous = findAmbiguous(rows);
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const number = valueAt(row, numberColumn);
    // Rows without a number do not belong together, each is wrong on its own.
    const key = number === "" ? `row ${row.row}` : `number ${number}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => readOrder(group, ambiguous));
}

const numberColumn = fileColumns.find(({ name }) => name === "WorkorderNo");
const valueAt = (row: TableRow | undefined, column: FileColumn | undefined) => (column && row?.cells.get(column)) ?? "";

/** One line of a work order: the row it stands in, and its fields as they are posted. */
type FileLine = { row: TableRow; fields: Record<string, string> };

function readOrder(rows: readonly TableRow[], ambiguous: ReadonlyMap<TableRow, readonly CellProblem[]>): FileOrder {
  const number = valueAt(rows[0], numberColumn);
  const head = readHead(rows);
  const materials = rows.flatMap((row) => lineOf(row, "material"));
  const periods = rows.flatMap((row) => lineOf(row, "period"));
  const result = postedWorkOrder.safeParse({ ...head.fields, Materials: materials.map(({ fields }) => fields), Workperiods: periods.map(({ fields }) => fields) });
  const wrong = result.success ? [] : problemsOf(result.error).map(({ path, code, params }) => ({ ...placeOf(path, { head, materials, periods, rows }), number, code, params }));
  const problems = [...wrong, ...head.problems, ...rows.flatMap((row) => ambiguous.get(row) ?? [])].sort((one, other) => one.row - other.row);
  if (!result.success || problems.length > 0) return { number, rows, problems };
  return { number, rows, posted: inFileOrder(result.data, rows, [...materials, ...periods]) };
}

type Head = { fields: Record<string, string>; from: ReadonlyMap<string, TableRow>; problems: CellProblem[] };

/** What the rows say of the work order itself: once is enough, and what they repeat must be the same. */
function readHead(rows: readonly TableRow[]): Head {
  const from = new Map<string, TableRow>();
  const fields: Record<string, string> = {};
  const problems: CellProblem[] = [];
  for (const row of rows) {
    for (const [column, value] of row.cells) {
      if (column.part !== "order") continue;
      const first = from.get(column.field);
      if (!first) from.set(column.field, row);
      fields[column.field] ??= value;
      if (first && value !== fields[column.field]) problems.push({ row: row.row, column: column.name, value, number: valueAt(row, numberColumn), code: "differs", params: { row: first.row } });
    }
  }
  return { fields, from, problems };
}

/** Zeros and "no" stand in every row of some software: they alone make no line. */
const saysNothing = /^(0+([.,]0+)?|false|no|nee|nein|não)$/i;

function lineOf(row: TableRow, part: "material" | "period"): FileLine[] {
  const cells = [...row.cells].filter(([column]) => column.part === part);
  if (cells.every(([, value]) => saysNothing.test(value))) return [];
  return [{ row, fields: Object.fromEntries(cells.map(([column, value]) => [column.field, value])) }];
}

type Parts = { head: Head; materials: readonly FileLine[]; periods: readonly FileLine[]; rows: readonly TableRow[] };

/** The cell a field of the JSON was read from; for one that is missing, where it should stand. */
function placeOf([first, index, field]: readonly (string | number)[], { head, materials, periods, rows }: Parts): Pick<CellProblem, "row" | "column" | "value"> {
  const part = first === "Materials" ? "material" : first === "Workperiods" ? "period" : "order";
  const lines = part === "material" ? materials : periods;
  const row = part === "order" ? (head.from.get(String(first)) ?? rows[0]) : (lines[Number(index)]?.row ?? rows[0]);
  const column = fileColumns.find((one) => one.part === part && one.field === (part === "order" ? first : field)) ?? numberColumn;
  return { row: row?.row ?? 0, column: column?.name ?? "", value: valueAt(row, column) };
}

/** Materials and periods in the order of their rows; a row with both has the material first. */
function inFileOrder(posted: PostedWorkOrder, rows: readonly TableRow[], fileLines: readonly FileLine[]): PostedWorkOrder {
  const placed = posted.input.lines.map((line, index) => ({ line, row: fileLines[index]?.row.row ?? rows.length }));
  return { ...posted, input: { ...posted.input, lines: placed.sort((one, other) => one.row - other.row).map(({ line }) => line) } };
}

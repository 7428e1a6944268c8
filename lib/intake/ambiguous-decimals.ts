import { fileColumns, decimalColumns } from "@/lib/intake/file-columns";
import type { CellProblem } from "@/lib/intake/cell-problem";
import type { TableRow } from "@/lib/intake/read-table";

/** 1.125 and 1,125: either a thousand and more, or one and an eighth. */
const eitherWay = /^-?[1-9]\d{0,2}([.,])\d{3}$/;
/** Only a decimal mark has one, two or four digits behind it. */
const certain = /^-?\d+([.,])(?:\d{1,2}|\d{4})$/;

/**
 * Decimals of the file that may be meant a thousand times larger, by their rows. Where other decimals of the file show which mark
 * stands before decimals, there is no doubt; without that it is better to ask than to guess.
 */
export function findAmbiguous(rows: readonly TableRow[]): ReadonlyMap<TableRow, readonly CellProblem[]> {
  const columns = fileColumns.filter(({ name }) => decimalColumns.has(name));
  const marks = new Set(rows.flatMap(({ cells }) => columns.flatMap((column) => certain.exec(cells.get(column) ?? "")?.[1] ?? [])));
  const found = new Map<TableRow, CellProblem[]>();
  for (const row of rows) {
    for (const column of columns) {
      const value = row.cells.get(column) ?? "";
      const mark = eitherWay.exec(value)?.[1];
      if (mark === undefined || marks.has(mark)) continue;
      const number = [...row.cells].find(([{ name }]) => name === "WorkorderNo")?.[1] ?? "";
      const otherMark = mark === "." ? "," : ".";
      // Both ways of writing it are beyond doubt: four digits stand only behind a decimal mark.
      const params = { one: value.replace(mark, ""), other: marks.has(otherMark) ? value.replace(mark, otherMark) : `${value}0` };
      found.set(row, [...(found.get(row) ?? []), { row: row.row, column: column.name, value, number, code: "ambiguous", params }]);
    }
  }
  return found;
}

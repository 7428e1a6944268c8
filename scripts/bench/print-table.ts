import type { ImportOutcomes } from "./measure-imports";
import type { RawOutcome } from "./measure-raw";

export type Measurement = { relations: number; imports: ImportOutcomes; raw: RawOutcome };

/**
 * Prints what was measured. Rows are relations and delivery addresses as the vendor has them; raw SQL writes only those
 * that are imported, so the comparison is of times: what raw SQL needs to write the whole, over what the import needed.
 */
export function printTable(measurements: readonly Measurement[]): void {
  const number = (value: number, digits = 0) => value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const lines = [["relations", "what", "rows", "written", "seconds", "rows/s", "of raw", "peak MB"]];
  for (const { relations, imports, raw } of measurements) {
    const named = [
      ["first import", imports.first],
      ["unchanged", imports.unchanged],
      ["10 % changed", imports.changed],
    ] as const;
    for (const [what, { rows, written, seconds, peakMegabytes }] of named) {
      lines.push([number(relations), what, number(rows), number(written), number(seconds, 2), number(rows / seconds), number(raw.seconds / seconds, 2), number(peakMegabytes)]);
    }
    lines.push([number(relations), "raw unnest", number(raw.rows), number(raw.rows), number(raw.seconds, 2), number(raw.rows / raw.seconds), number(1, 2), ""]);
  }
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const text = lines.map((line) => line.map((cell, column) => (column === 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "));
  process.stdout.write(`${text.join("\n")}\n`);
}

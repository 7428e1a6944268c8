import type { ImportOutcome } from "./measure-imports";
import type { RawOutcome } from "./measure-raw";

/** A first import, and raw SQL right after it. */
export type Round = { first: ImportOutcome; raw: RawOutcome };
export type Measurement = { relations: number; rounds: readonly Round[]; warm: ImportOutcome; unchanged: ImportOutcome; changed: ImportOutcome };

/**
 * Prints what was measured. Rows are relations and delivery addresses as the vendor has them; raw SQL writes only those
 * that are imported, so the comparison is of times: what raw SQL needs to write the whole, over what the import needed.
 * Of several rounds the one stands in the table whose comparison is the median; all comparisons stand below it.
 */
export function printTable(measurements: readonly Measurement[]): void {
  const number = (value: number, digits = 0) => value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const lines = [["relations", "what", "rows", "written", "seconds", "rows/s", "of raw", "peak MB"]];
  for (const { relations, rounds, warm, unchanged, changed } of measurements) {
    const median = medianOf(rounds);
    if (!median) continue;
    const { first, raw } = median;
    const named = [
      ["first import", first],
      ["first import, warm process", warm],
      ["unchanged", unchanged],
      ["10 % changed", changed],
    ] as const;
    for (const [what, { rows, written, seconds, peakMegabytes }] of named) {
      lines.push([number(relations), what, number(rows), number(written), number(seconds, 2), number(rows / seconds), number(raw.seconds / seconds, 2), number(peakMegabytes)]);
    }
    lines.push([number(relations), "raw unnest", number(raw.rows), number(raw.rows), number(raw.seconds, 2), number(raw.rows / raw.seconds), number(1, 2), ""]);
  }
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const text = lines.map((line) => line.map((cell, column) => (column === 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "));
  const several = measurements.filter(({ rounds }) => rounds.length > 1);
  const notes = several.map(({ relations, rounds }) => `First import of ${number(relations)} relations, of raw, round by round: ${rounds.map((round) => number(compare(round), 2)).join(", ")}`);
  process.stdout.write(`${[...text, ...notes].join("\n")}\n`);
}

function compare({ first, raw }: Round): number {
  return raw.seconds / first.seconds;
}

function medianOf(rounds: readonly Round[]): Round | undefined {
  return [...rounds].sort((one, other) => compare(one) - compare(other))[Math.floor(rounds.length / 2)];
}

/** A character at the start of a cell that makes a spreadsheet calculate instead of show. */
const startsFormula = /^[=+\-@\t\r]/;

/**
 * One line of a CSV file. Text that a spreadsheet would take for a formula gets an apostrophe in front: what a vendor has in
 * a name field must not run on the computer of whoever opens the file.
 */
export function csvLine(values: readonly string[], separator: "," | ";"): string {
  return `${values.map((value) => csvCell(value, separator)).join(separator)}\r\n`;
}

function csvCell(value: string, separator: string): string {
  const harmless = startsFormula.test(value) ? `'${value}` : value;
  return harmless.includes(separator) || /["\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

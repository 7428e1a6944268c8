/**
 * An array as PostgreSQL writes it: `{"a","b",NULL}`. The driver would do the same with two replacements per value, which of a whole
 * table's values takes longer than everything else about them.
 */
export function arrayText(values: readonly (string | number | null)[]): string {
  let text = "";
  for (const value of values) text += text === "" ? `{${elementText(value)}` : `,${elementText(value)}`;
  return text === "" ? "{}" : `${text}}`;
}

function elementText(value: string | number | null): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  const isPlain = !value.includes('"') && !value.includes("\\");
  return isPlain ? `"${value}"` : `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

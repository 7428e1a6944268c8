import { arrayText } from "@/lib/sync/array-text";
import type { Column } from "@/lib/sync/record-tables";
import type { IncomingRecord } from "@/lib/sync/page-scope";

/**
 * One array per column, as `unnest` takes them. A column that is empty in the whole page becomes an empty array, which
 * `unnest` fills up with nulls: it need not be sent.
 */
export function columnArrays(columns: readonly Column[], records: readonly IncomingRecord[]): string[] {
  return columns.map(({ field }) => {
    const values = records.map(({ content }) => content[field] ?? null);
    return arrayText(values.some((value) => value !== null) ? values : []);
  });
}

/** `$3::text[], $4::integer[], …` for columns whose first parameter has this number. */
export function arrayParameters(columns: readonly Column[], first: number): string {
  return columns.map(({ type }, index) => `$${first + index}::${type}[]`).join(", ");
}

/** The columns' names, quoted and with an optional prefix. */
export function columnList(columns: readonly Column[], prefix = ""): string {
  return columns.map(({ name }) => `${prefix}"${name}"`).join(", ");
}

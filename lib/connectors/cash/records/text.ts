import type { CashRecord } from "../export/record-reader";

/** What has to change in a text besides its ends: line breaks, tabs, odd spaces, several spaces in a row. */
const untidy = /[^\S ]| {2}/;

/** One line without spaces at its ends; "" when there is nothing. */
export function tidy(text: string | undefined): string {
  if (text === undefined) return "";
  const trimmed = text.trim();
  return untidy.test(trimmed) ? trimmed.replace(/\s+/g, " ") : trimmed;
}

/** The text of a field; null when it is empty. */
export function textOf(record: CashRecord, field: string): string | null {
  return tidy(record.get(field)) || null;
}

/** Debtor number as people write it: Cash pads numbers with zeros, `000100` is `100`. Other text stays as it is. */
export function withoutPadding(number: string): string {
  return /^0+\d+$/.test(number) ? number.replace(/^0+(?=\d)/, "") : number;
}

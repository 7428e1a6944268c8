import type { CashRecord } from "../export/record-reader";
import type { FieldMap } from "../field-map";
import { tidy } from "./text";

/** Whether a record is blocked: its field holds something other than "no". */
export function isBlocked(record: CashRecord, field: string, { notBlocked }: FieldMap): boolean {
  const value = tidy(record.get(field)).toUpperCase();
  return value !== "" && !notBlocked.includes(value);
}

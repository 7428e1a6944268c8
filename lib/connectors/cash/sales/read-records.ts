import type { CashRecord } from "../export/record-reader";
import { tidy, withoutPadding } from "../records/text";
import type { CashSession } from "../session";

/** A code as it is compared: Cash writes it in capitals. Zeros in front belong to it. */
export function comparableCode(text: string | undefined): string {
  return tidy(text).toUpperCase();
}

/** A number as it is compared: Cash fills it up with zeros. */
export function comparableNumber(text: string | undefined): string {
  return withoutPadding(tidy(text));
}

type Question = { command: string; key: string; recordName: string; field: string; comparable: (text: string | undefined) => string };

/** The records a command answers whose field has this key. Whatever else comes along is passed over. */
export async function readByKey(session: CashSession, { command, key, recordName, field, comparable }: Question): Promise<CashRecord[]> {
  const found: CashRecord[] = [];
  for await (const records of session.export(`${command}|${key}`, recordName)) {
    found.push(...records.filter((record) => comparable(record.get(field)) === comparable(key)));
  }
  return found;
}

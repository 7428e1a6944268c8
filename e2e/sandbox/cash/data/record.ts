import type { TableDefinition } from "./definitions";

/** A record's filled fields by their four digits, in the notation in which they go out. */
export type CashFields = Readonly<Record<string, string>>;

export interface StoredRecord {
  readonly fields: CashFields;
  /** Moment of the last change on the sandbox's clock, in milliseconds. */
  readonly changedAt: number;
}

/** A moment as Cash writes a date: `dd-mm-yyyy`. */
export function toCashDate(moment: number): string {
  const [year = "", month = "", day = ""] = new Date(moment).toISOString().slice(0, 10).split("-");
  return `${day}-${month}-${year}`;
}

/** The fields as they are stored: without empty ones, and with the date of the change where the table has a field for it. */
export function finishFields(definition: TableDefinition, fields: CashFields, changedAt: number): CashFields {
  const filled = Object.entries(fields).filter(([, value]) => value !== "");
  if (definition.changedField !== undefined) filled.push([definition.changedField, toCashDate(changedAt)]);
  return Object.fromEntries(filled);
}

/** What identifies a record within its table: its key fields, joined by `|`. */
export function keyOf(definition: TableDefinition, fields: CashFields): string {
  const [first, ...others] = definition.keys;
  let key = fields[first] ?? "";
  for (const other of others) key += `|${fields[other] ?? ""}`;
  return key;
}

import type { Administration } from "../data/administration";
import type { RecordChange } from "../data/change";
import type { TableNumber } from "../data/definitions";
import { keyOf, type CashFields } from "../data/record";

/** The records of a message that are not booked yet: later records of the message see them, nobody else does. */
export class Batch {
  private readonly written = new Map<string, RecordChange>();

  constructor(private readonly administration: Administration) {}

  /** The record with this key, as it will be once the message is booked. */
  find(table: TableNumber, key: string): CashFields | undefined {
    const staged = this.written.get(`${table} ${key}`);
    return staged?.fields ?? this.administration.tables[table].find(key).at(0)?.fields;
  }

  put(table: TableNumber, fields: CashFields, changedAt: number): void {
    const key = keyOf(this.administration.tables[table].definition, fields);
    this.written.set(`${table} ${key}`, { table, key, fields: { ...fields }, changedAt });
  }

  /** One more than the greatest number in use in this table's first key field. */
  nextNumber(table: TableNumber): number {
    let greatest = this.administration.tables[table].greatestNumber();
    for (const change of this.written.values()) {
      if (change.table === table) greatest = Math.max(greatest, Number(change.key.split("|")[0] ?? 0));
    }
    return greatest + 1;
  }

  /** One more than the greatest line number of this order, over what is stored and what is staged. */
  nextLineNumber(orderNumber: string): number {
    const stored = this.administration.tables["2410"].find(orderNumber).map(({ fields }) => Number(fields["2426"] ?? 0));
    const staged = [...this.written.values()]
      .filter(({ table, key }) => table === "2410" && key.startsWith(`${orderNumber}|`))
      .map(({ fields }) => Number(fields?.["2426"] ?? 0));
    return Math.max(0, ...stored, ...staged) + 1;
  }

  changes(): readonly RecordChange[] {
    return [...this.written.values()];
  }
}

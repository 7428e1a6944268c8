import type { TableDefinition } from "./definitions";
import { keyOf, type CashFields, type StoredRecord } from "./record";

/** A table that is made again from its seed whenever it is read; a slot holds no, one or several records. */
export interface GeneratedTable {
  readonly slots: number;
  recordsAt(slot: number): readonly CashFields[];
  /** The slots that can hold a record whose key starts with this first key field. */
  slotsOf(firstKey: string): readonly number[];
  changedAt(slot: number): number;
}

export const emptyTable: GeneratedTable = {
  slots: 0,
  recordsAt: () => [],
  slotsOf: () => [],
  changedAt: () => 0,
};

/** One table of an administration: what the generator makes, with the changes made since laid over it. */
export class Table {
  /** Changes to generated records; null = deleted. */
  private readonly replaced = new Map<string, StoredRecord | null>();
  /** Records the generator does not know, by their first key field and then by their whole key, in the order they came. */
  private readonly added = new Map<string, Map<string, StoredRecord>>();

  constructor(
    readonly definition: TableDefinition,
    private readonly generated: GeneratedTable,
  ) {}

  /** Every record in the table's order: generated ones first, then the added ones. Nothing is kept in memory. */
  *records(): Generator<StoredRecord> {
    const written = new Set<string>();
    for (let slot = 0; slot < this.generated.slots; slot += 1) {
      for (const fields of this.generated.recordsAt(slot)) {
        const key = this.replaced.size === 0 ? "" : keyOf(this.definition, fields);
        const replacement = key === "" ? undefined : this.replaced.get(key);
        if (replacement === undefined) {
          yield { fields, changedAt: this.generated.changedAt(slot) };
        } else if (replacement !== null && !written.has(key)) {
          written.add(key);
          yield replacement;
        }
      }
    }
    for (const group of this.added.values()) yield* group.values();
  }

  /** The records with this key, or whose key begins with these key fields (joined by `|`). */
  find(key: string): readonly StoredRecord[] {
    const found: StoredRecord[] = [];
    const firstKey = firstOf(key);
    const seen = new Set<string>();
    for (const slot of this.generated.slotsOf(firstKey)) {
      for (const fields of this.generated.recordsAt(slot)) {
        const recordKey = keyOf(this.definition, fields);
        if (!matchesKey(recordKey, key)) continue;
        const replacement = this.replaced.get(recordKey);
        if (replacement === undefined) found.push({ fields, changedAt: this.generated.changedAt(slot) });
        else if (replacement !== null && !seen.has(recordKey)) found.push(replacement);
        seen.add(recordKey);
      }
    }
    for (const [recordKey, record] of this.added.get(firstKey) ?? []) if (matchesKey(recordKey, key)) found.push(record);
    return found;
  }

  /** Writes a record over the one with the same key, or adds it. */
  put(record: StoredRecord): void {
    const key = keyOf(this.definition, record.fields);
    if (this.isGenerated(key)) {
      this.replaced.set(key, record);
      return;
    }
    const firstKey = firstOf(key);
    const group = this.added.get(firstKey) ?? new Map<string, StoredRecord>();
    this.added.set(firstKey, group.set(key, record));
  }

  /** Takes a record out; a key that does not exist changes nothing. */
  remove(key: string): void {
    if (this.isGenerated(key)) this.replaced.set(key, null);
    else this.added.get(firstOf(key))?.delete(key);
  }

  /** Drops every change, so that the generated data are back. */
  clearChanges(): void {
    this.replaced.clear();
    this.added.clear();
  }

  /** The greatest number used in the first key field; 0 when there is none. */
  greatestNumber(): number {
    const lastSlot = this.generated.slots - 1;
    const generatedKeys = lastSlot < 0 ? [] : this.generated.recordsAt(lastSlot);
    let greatest = 0;
    for (const fields of generatedKeys) greatest = Math.max(greatest, Number(fields[this.definition.keys[0]] ?? 0));
    for (const [firstKey, group] of this.added) if (group.size > 0) greatest = Math.max(greatest, Number(firstKey));
    return greatest;
  }

  private isGenerated(key: string): boolean {
    return this.generated
      .slotsOf(firstOf(key))
      .some((slot) => this.generated.recordsAt(slot).some((fields) => keyOf(this.definition, fields) === key));
  }
}

function firstOf(key: string): string {
  const end = key.indexOf("|");
  return end < 0 ? key : key.slice(0, end);
}

function matchesKey(recordKey: string, key: string): boolean {
  return recordKey === key || recordKey.startsWith(`${key}|`);
}

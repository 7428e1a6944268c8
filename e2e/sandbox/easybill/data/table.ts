/** Records that are made again from their seed whenever they are read. Their ids follow one another. */
export interface GeneratedRecords<Item> {
  readonly count: number;
  /** Undefined where this place holds none. */
  recordAt(index: number): Item | undefined;
}

export const noRecords: GeneratedRecords<never> = { count: 0, recordAt: () => undefined };

/** One table of a company: what the generator makes, with the changes made since laid over it. Ids are never used twice. */
export class Table<Item extends { readonly id: number }> {
  /** Changes to generated records; null = deleted. */
  private readonly replaced = new Map<number, Item | null>();
  private readonly added = new Map<number, Item>();
  private lastId: number;

  constructor(
    /** The id of the first generated record. */
    readonly firstId: number,
    private readonly generated: GeneratedRecords<Item>,
  ) {
    this.lastId = firstId + generated.count - 1;
  }

  get(id: number): Item | undefined {
    if (!this.isGenerated(id)) return this.added.get(id);
    const replacement = this.replaced.get(id);
    return replacement === undefined ? this.generated.recordAt(id - this.firstId) : (replacement ?? undefined);
  }

  /** The ids that are in use, ascending. Places that the generator leaves empty are among them. */
  *ids(): Generator<number> {
    for (let id = this.firstId; id < this.firstId + this.generated.count; id += 1) if (this.replaced.get(id) !== null) yield id;
    yield* this.added.keys();
  }

  /** Every record, ascending by id. */
  *records(): Generator<Item> {
    for (const id of this.ids()) {
      const record = this.get(id);
      if (record !== undefined) yield record;
    }
  }

  /** How many records the generator made, those that were taken out since included. */
  get generatedCount(): number {
    return this.generated.count;
  }

  /** The records that were added or changed. */
  *changedRecords(): Generator<Item> {
    for (const record of this.replaced.values()) if (record !== null) yield record;
    yield* this.added.values();
  }

  /** The records that the generator does not know. */
  addedRecords(): Iterable<Item> {
    return this.added.values();
  }

  nextId(): number {
    return this.lastId + 1;
  }

  put(record: Item): void {
    this.lastId = Math.max(this.lastId, record.id);
    if (this.isGenerated(record.id)) this.replaced.set(record.id, record);
    else this.added.set(record.id, record);
  }

  /** Takes a record out; an id that does not exist changes nothing. */
  remove(id: number): void {
    this.lastId = Math.max(this.lastId, id);
    if (this.isGenerated(id)) this.replaced.set(id, null);
    else this.added.delete(id);
  }

  /** Drops every change, so that the generated data are back. */
  clearChanges(): void {
    this.replaced.clear();
    this.added.clear();
    this.lastId = this.firstId + this.generated.count - 1;
  }

  private isGenerated(id: number): boolean {
    return id >= this.firstId && id < this.firstId + this.generated.count;
  }
}

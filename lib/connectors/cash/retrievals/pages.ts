import type { PassEvent } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";

const pageSize = 1000;

/** Gathers records into pages of one kind each; records of kinds nobody asked for are dropped. */
export class Pages {
  private readonly gathered: ReadonlyMap<RecordKind, SourceRecord[]>;

  constructor(kinds: ReadonlySet<RecordKind>) {
    this.gathered = new Map([...kinds].map((kind) => [kind, []]));
  }

  add(kind: RecordKind, record: SourceRecord): void {
    this.gathered.get(kind)?.push(record);
  }

  /** The pages that are full. */
  *takeFull(): Generator<PassEvent> {
    for (const [kind, records] of this.gathered) while (records.length >= pageSize) yield toPage(kind, records.splice(0, pageSize));
  }

  /** What is left, full or not. */
  *takeAll(): Generator<PassEvent> {
    yield* this.takeFull();
    for (const [kind, records] of this.gathered) if (records.length > 0) yield toPage(kind, records.splice(0));
  }
}

function toPage(kind: RecordKind, records: SourceRecord[]): PassEvent {
  return { type: "page", kind, records, resume: null, totalPages: null };
}

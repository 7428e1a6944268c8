import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import { skipReasons, type SkipReason } from "@/lib/connectors/skip-reasons";
import { contentDigest } from "@/lib/sync/content-digest";
import type { IncomingRecord, RejectedRecord } from "@/lib/sync/page-scope";
import { recordTables } from "@/lib/sync/record-tables";
import type { SeenId } from "@/lib/sync/seen-records";

/** A page, sorted by what is to become of its records. */
export type SortedPage = {
  incoming: IncomingRecord[];
  skipped: RejectedRecord[];
  failed: RejectedRecord[];
  /** Every id once. */
  seen: SeenId[];
  /** Second and later records of an id within the page, in order. */
  copies: SourceRecord[];
};

/** Sorts a page; of several records with one id the first counts. */
export function sortRecords(kind: RecordKind, records: readonly SourceRecord[]): SortedPage {
  const page: SortedPage = { incoming: [], skipped: [], failed: [], seen: [], copies: [] };
  const seen = new Map<string, SeenId>();
  for (const record of records) {
    const before = seen.get(record.externalId);
    if (before) {
      before.copies += 1;
      page.copies.push(record);
      continue;
    }
    const leaves = record.outcome === "skip" && skipReasons[record.reason].effect === "deactivates" ? record.reason : null;
    const entry = { externalId: record.externalId, copies: 1, leaves };
    seen.set(record.externalId, entry);
    page.seen.push(entry);
    if (record.outcome === "import") page.incoming.push(toIncoming(kind, record));
    else if (record.outcome === "skip") page.skipped.push(toSkipped(record));
    else page.failed.push(toFailed(record));
  }
  return page;
}

function toIncoming(kind: RecordKind, record: Extract<SourceRecord, { outcome: "import" }>): IncomingRecord {
  const { externalId, content, version } = record;
  return { externalId, content, digest: contentDigest(recordTables[kind].columns, content), version: version ?? null, below: relationAbove(record) };
}

/** The external id of the relation that a record hangs under; null: of none, or it does not say. */
export function relationAbove(record: SourceRecord): string | null {
  if (record.outcome === "import") return "relation" in record.content ? record.content.relation : null;
  return record.below ?? null;
}

function toSkipped({ externalId, below, label, reason, field, value }: Extract<SourceRecord, { outcome: "skip" }>): RejectedRecord {
  return { externalId, below: below ?? null, label, reason, quiet: skipReasons[reason].quiet, field: field ?? null, params: value === undefined ? {} : { value } };
}

function toFailed({ externalId, below, label, field, value, detail }: Extract<SourceRecord, { outcome: "fail" }>): RejectedRecord {
  return { externalId, below: below ?? null, label, reason: "invalidValue", quiet: false, field: field === "" ? null : field, params: { value, detail } };
}

/** An incoming record that the engine itself turns down. `field` and `value` name what stands in the way. */
export function turnDown(record: IncomingRecord, reason: SkipReason, field: string | null): RejectedRecord {
  const value = field === null ? null : record.content[field];
  return {
    externalId: record.externalId,
    below: record.below,
    label: String(record.content["name"] ?? record.content["description"] ?? ""),
    reason,
    quiet: skipReasons[reason].quiet,
    field,
    params: value === null || value === undefined ? {} : { value: String(value) },
  };
}

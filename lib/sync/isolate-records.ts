import type { SourceRecord } from "@/lib/connectors/records";
import type { PageCounts, PageScope } from "@/lib/sync/page-scope";
import { relationAbove } from "@/lib/sync/sort-records";
import { writeRecords, type WrittenRecords } from "@/lib/sync/write-records";

/**
 * Writes records; where the database refuses one for its content, halves the lot until the bad one stands alone and
 * counts it as failed. One bad record never stops the others.
 */
export async function isolateBadRecords(scope: PageScope, records: readonly SourceRecord[]): Promise<WrittenRecords> {
  await scope.client.query("SAVEPOINT records");
  try {
    // The savepoint goes with the page's transaction: releasing it would be one more round trip.
    return await writeRecords(scope, records);
  } catch (error) {
    const refusal = contentRefusal(error);
    if (refusal === null) throw error;
    await scope.client.query("ROLLBACK TO SAVEPOINT records");
    // What is in the way may have come in while the pass went on: an export links the relations it creates.
    if (scope.isNew) return isolateBadRecords({ ...scope, isNew: false }, records);
    const [only] = records;
    if (only && records.length === 1) {
      if (only.outcome === "fail") throw error;
      const above = relationAbove(only);
      const label = only.outcome === "skip" ? only.label : "";
      return writeRecords(scope, [{ outcome: "fail", externalId: clean(only.externalId), label: clean(label), field: "", value: "", detail: refusal, ...(above === null ? {} : { below: clean(above) }) }]);
    }
    const half = Math.ceil(records.length / 2);
    const first = await isolateBadRecords(scope, records.slice(0, half));
    const second = await isolateBadRecords(scope, records.slice(half));
    return { counts: addCounts(first.counts, second.counts), rejected: [...first.rejected, ...second.rejected], news: [...first.news, ...second.news] };
  }
}

/** PostgreSQL's sentence when the data itself is what it refuses (class 22: data exception, 23: integrity constraint), else null. */
function contentRefusal(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" && /^2[23]/.test(error.code) ? error.message : null;
}

/** PostgreSQL's text cannot hold a zero byte. */
function clean(text: string): string {
  return text.replaceAll("\u0000", "");
}

function addCounts(one: PageCounts, other: PageCounts): PageCounts {
  return {
    read: one.read + other.read,
    created: one.created + other.created,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    skipped: one.skipped + other.skipped,
    failed: one.failed + other.failed,
  };
}

import type { SourceRecord } from "@/lib/connectors/records";
import type { PageScope, RejectedRecord } from "@/lib/sync/page-scope";
import { noteSeen } from "@/lib/sync/seen-records";
import { relationAbove } from "@/lib/sync/sort-records";

/**
 * The second, third … record of one id within a pass. Each stands in the list "Not imported" under its id and number,
 * beside the first one, which is imported.
 */
export async function listDuplicates(scope: PageScope, copies: readonly SourceRecord[], countBefore: ReadonlyMap<string, number>): Promise<RejectedRecord[]> {
  if (copies.length === 0) return [];
  const numbers = new Map<string, number>();
  const duplicates = copies.map((record): RejectedRecord => {
    const number = (numbers.get(record.externalId) ?? Math.max(countBefore.get(record.externalId) ?? 0, 1)) + 1;
    numbers.set(record.externalId, number);
    return { externalId: `${record.externalId}#${number}`, below: relationAbove(record), label: labelOf(record), reason: "duplicate", quiet: false, field: null, params: {} };
  });
  await noteSeen(scope, duplicates.map(({ externalId }) => ({ externalId, copies: 0, leaves: null })));
  return duplicates;
}

function labelOf(record: SourceRecord): string {
  if (record.outcome !== "import") return record.label;
  return "name" in record.content && record.content.name !== null ? record.content.name : "";
}

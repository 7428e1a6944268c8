import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { groupRows } from "@/lib/dashboard/group-rows";
import { bySpan, type Period } from "@/lib/dashboard/read-period";

/** Records that syncs created, changed or deactivated: of each connection in each span, and of each kind in all. */
export type RecordChanges = { spans: Readonly<Record<string, number>>[]; kinds: { kind: RecordKind; count: number }[] };

/** What came along with a relation (its delivery addresses) counts as the relation does not: people asked for relations. */
const companions: readonly RecordKind[] = ["deliveryAddresses"];

export async function readRecordChanges({ pool }: Database, accountId: string, period: Period): Promise<RecordChanges> {
  const { rows } = await pool.query<{ start: Date; connectionId: string; kind: RecordKind; count: number }>(
    `SELECT date_trunc($3, run.finished_at, $4) AS start, run.connection_id AS "connectionId", import.kind::text, sum(import.created + import.changed + import.deactivated)::int AS count
     FROM sync_run run JOIN sync_run_import import ON import.run_id = run.id
     WHERE run.account_id = $1 AND run.finished_at >= $2 AND import.created + import.changed + import.deactivated > 0 AND import.kind <> ALL ($5::record_kind[])
     GROUP BY 1, 2, 3`,
    [accountId, period.from, period.unit, period.timeZone, companions],
  );
  const sum = (found: typeof rows) => found.reduce((total, { count }) => total + count, 0);
  const spans = bySpan(period, rows, (found) => Object.fromEntries([...groupRows(found, ({ connectionId }) => connectionId)].map(([id, of]) => [id, sum(of)])));
  const kinds = [...groupRows(rows, ({ kind }) => kind)].map(([kind, found]) => ({ kind, count: sum(found) }));
  return { spans, kinds: kinds.toSorted((one, other) => other.count - one.count) };
}

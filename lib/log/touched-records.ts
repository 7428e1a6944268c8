import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import type { LogDetail } from "@/lib/log/stored-detail";
import { touchedCounters, type TouchedCounter } from "@/lib/log/touched-counters";
import { recordTables } from "@/lib/sync/record-tables";

/** A record an import touched. `id`: that of its page; null where it is not here (any more). */
export type TouchedRecord = { key: string; id: string | null; name: string | null };
/** The records of one sort that an import touched: how many, and the first of them. */
export type Touched = { kind: RecordKind; counter: TouchedCounter; total: number; records: TouchedRecord[] };

/** Of what is unchanged a few are enough to see what an import has read. */
const UNCHANGED_SHOWN = 10;

type Source = { kind: RecordKind | null; detail: LogDetail };
type Query = { accountId: string; connectionId: string | null; shown: number };

/** What the entries of imports say about their records, with where each stands here now; `shown` of each sort, fewer of what is unchanged, which comes last. */
export async function readTouched(db: Database, { accountId, connectionId, shown }: Query, sources: readonly Source[]): Promise<Touched[]> {
  const named = sources.flatMap(({ kind, detail }) =>
    kind === null
      ? []
      : touchedCounters
          .filter((counter) => detail[counter].length > 0)
          .map((counter) => ({ kind, counter, total: Math.max(detail.counts[counter] ?? 0, detail[counter].length), keys: detail[counter].slice(0, counter === "unchanged" ? UNCHANGED_SHOWN : shown) })),
  );
  const touched = [...named.filter(({ counter }) => counter !== "unchanged"), ...named.filter(({ counter }) => counter === "unchanged")];
  const places = new Map<RecordKind, ReadonlyMap<string, TouchedRecord>>();
  for (const kind of new Set(touched.map((one) => one.kind))) {
    const keys = touched.filter((one) => one.kind === kind).flatMap((one) => one.keys);
    places.set(kind, connectionId === null ? new Map() : await findHere(db, { accountId, connectionId, kind, keys }));
  }
  return touched.map(({ keys, ...one }) => ({ ...one, records: keys.map((key) => places.get(one.kind)?.get(key) ?? { key, id: null, name: null }) }));
}

type Wanted = { accountId: string; connectionId: string; kind: RecordKind; keys: readonly string[] };

/** What stands here, by numbers at the vendor. Addresses have no page of their own: theirs is the relation's. */
export async function findHere({ pool }: Database, { accountId, connectionId, kind, keys }: Wanted): Promise<Map<string, TouchedRecord>> {
  const { table } = recordTables[kind];
  const owner = kind === "deliveryAddresses" ? "relation ON relation.id = record.relation_id" : `${table} AS owner ON owner.id = record.id`;
  const from = kind === "deliveryAddresses" ? "relation" : "owner";
  const { rows } = await pool.query<TouchedRecord>(
    `SELECT DISTINCT ON (link.external_id) link.external_id AS key, ${from}.id, ${from}.name
     FROM external_link link JOIN ${table} record ON record.id = link.local_id AND record.account_id = $1 JOIN ${owner}
     WHERE link.account_id = $1 AND link.connection_id = $2 AND link.kind = $3::record_kind AND link.external_id = ANY($4::text[])
     ORDER BY link.external_id, link.changed_at DESC`,
    [accountId, connectionId, kind, keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

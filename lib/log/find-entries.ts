import type { PoolClient } from "pg";
import { connectionIdOf } from "@/lib/connections/connection-id";
import type { Database } from "@/lib/db";
import type { LogFilters } from "@/lib/log/log-filters";
import { term } from "@/lib/log/search/term";
import { withIndexScan } from "@/lib/paging/index-scan";
import { Conditions } from "@/lib/paging/read-page";

/** So many of the newest entries are looked through one by one before a search asks its index. */
const WALKED = 4_000;

/** The last entry of the page before. */
export type LogPosition = { at: string; id: string };

type EntryQuery = {
  accountId: string;
  filters: LogFilters;
  /** Connection → vendor. */
  vendors: ReadonlyMap<string, string>;
  /** In which days are days: IANA name. */
  timeZone: string;
  /** What is searched for, as {@link searchTerms} makes it. */
  terms: string | null;
  after: LogPosition | null;
  limit: number;
};

const newestFirst = "ORDER BY at DESC, id DESC";

/** Ids of the entries that meet the filters, newest first, at most `limit`. */
export function findEntryIds(db: Database, query: EntryQuery): Promise<string[]> {
  return withIndexScan(db, (client) => (query.terms === null ? findPlain(client, query) : findWithTerms(client, query, query.terms)));
}

async function findPlain(client: PoolClient, query: EntryQuery): Promise<string[]> {
  const { where, values } = conditionsOf(query);
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM log_entry WHERE ${where} ${newestFirst} LIMIT ${query.limit}`, values);
  return rows.map(({ id }) => id);
}

/**
 * What is usual turns up among the newest entries; what is rare is quickly taken out of the index and sorted. Either way alone
 * would be slow for the other.
 */
async function findWithTerms(client: PoolClient, query: EntryQuery, terms: string): Promise<string[]> {
  const { limit, accountId } = query;
  const walk = conditionsOf(query);
  const wanted = `search_terms @@ ${walk.parameter(terms)}::tsquery`;
  const { rows } = await client.query<{ walked: number; found: string[] | null }>(
    `SELECT count(*)::int AS walked, (array_agg(id ${newestFirst}) FILTER (WHERE ${wanted}))[1:${limit}] AS found
     FROM (SELECT id, at, search_terms FROM log_entry WHERE ${walk.where} ${newestFirst} LIMIT ${WALKED}) AS newest`,
    walk.values,
  );
  const { walked = 0, found = null } = rows[0] ?? {};
  if (walked < WALKED || (found?.length ?? 0) >= limit) return found ?? [];
  const conditions = conditionsOf(query).add("search_terms @@ ?::tsquery", `${term(`@${accountId}`)} & ${terms}`);
  const all = await client.query<{ id: string }>(
    `WITH fitting AS MATERIALIZED (SELECT id, at FROM log_entry WHERE ${conditions.where}) SELECT id FROM fitting ${newestFirst} LIMIT ${limit}`,
    conditions.values,
  );
  return all.rows.map(({ id }) => id);
}

function conditionsOf({ accountId, filters, vendors, timeZone, after }: EntryQuery): Conditions {
  const { integration, direction, level, kind, record, run, workOrder, from, to } = filters;
  const conditions = new Conditions().add("account_id = ?", accountId);
  if (integration !== null) conditions.add("connection_id = ?", connectionsOf(accountId, integration, vendors));
  if (direction !== null) conditions.add("log_direction(operation) = ?", direction);
  if (level !== null) conditions.add("level = ?::log_level", level);
  if (kind !== null) conditions.add("kind = ?::record_kind", kind);
  if (record !== null) conditions.add("record_key = ?", record);
  if (run !== null) conditions.add("run_id = ?", run);
  if (workOrder !== null) conditions.add("work_order_id = ?", workOrder);
  if (from !== null) conditions.add("at >= ?::date::timestamp AT TIME ZONE ?", from, timeZone);
  if (to !== null) conditions.add("at < (?::date + 1)::timestamp AT TIME ZONE ?", to, timeZone);
  if (after !== null) conditions.add("(at, id) < (?::timestamptz, ?::uuid)", after.at, after.id);
  return conditions;
}

/** An account has one connection with a vendor; what was tried before there was one stands under the id it would have. */
function connectionsOf(accountId: string, vendor: string, vendors: ReadonlyMap<string, string>): string {
  for (const [id, known] of vendors) if (known === vendor) return id;
  return connectionIdOf(accountId, vendor);
}

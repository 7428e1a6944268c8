import type { ClientBase, Pool } from "pg";
import { arrayText } from "@/lib/sync/array-text";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { PageScope } from "@/lib/sync/page-scope";

/**
 * The ids a run has seen stand in a table of that run, without the write-ahead log: at the end of a pass they tell what
 * has disappeared, during it what comes twice.
 */
export function seenTable(runId: string): string {
  return `"sync_seen_${runId.replaceAll("-", "")}"`;
}

/**
 * Makes the run's table if it is not there. `leaves`: the reason, when the record no longer meets the rules. Ids are only told
 * apart, never shown in order: comparing them byte by byte is several times as fast as by the rules of a language.
 */
export async function openSeenTable(client: ClientBase | Pool, runId: string): Promise<void> {
  await client.query(
    `CREATE UNLOGGED TABLE IF NOT EXISTS ${seenTable(runId)}
     (kind record_kind, external_id text COLLATE "C", copies integer NOT NULL, leaves text, PRIMARY KEY (kind, external_id))`,
  );
}

export async function dropSeenTable(client: ClientBase, runId: string): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS ${seenTable(runId)}`);
}

/** How many records of these kinds the table holds, copies included. */
export async function countSeen(client: ClientBase, runId: string, kinds: readonly RecordKind[]): Promise<number> {
  const { rows } = await client.query<{ total: number }>(
    `SELECT coalesce(sum(copies), 0)::int AS total FROM ${seenTable(runId)} WHERE kind = ANY($1::record_kind[])`,
    [kinds],
  );
  return rows[0]?.total ?? 0;
}

export async function forgetSeen(client: ClientBase, runId: string, kinds: readonly RecordKind[]): Promise<void> {
  await client.query(`DELETE FROM ${seenTable(runId)} WHERE kind = ANY($1::record_kind[])`, [kinds]);
}

export type SeenId = { externalId: string; copies: number; leaves: string | null };

/**
 * Notes a page's ids, each named once with the number of its copies in the page.
 * Out: how many copies earlier pages had, for ids that came more than once.
 */
export async function noteSeen({ client, run, kind, leaving }: PageScope, seen: readonly SeenId[]): Promise<Map<string, number>> {
  if (leaving) {
    for (const one of seen) if (one.leaves !== null) leaving.set(one.externalId, one.leaves);
    return new Map();
  }
  const { rows } = await client.query<{ external_id: string; copies: number }>({
    name: "note-seen",
    text: `WITH noted AS (
        INSERT INTO ${seenTable(run.runId)} AS seen (kind, external_id, copies, leaves)
        SELECT $1::record_kind, external_id, copies, leaves FROM unnest($2::text[], $3::integer[], $4::text[]) AS page (external_id, copies, leaves)
        ON CONFLICT (kind, external_id) DO UPDATE SET copies = seen.copies + excluded.copies
        RETURNING external_id, copies)
      SELECT external_id, copies FROM noted WHERE copies > 1`,
    values: [kind, arrayText(seen.map((one) => one.externalId)), arrayText(seen.map((one) => one.copies)), arrayText(seen.map((one) => one.leaves))],
  });
  const here = new Map(seen.map((one) => [one.externalId, one.copies]));
  return new Map(rows.map((row) => [row.external_id, row.copies - (here.get(row.external_id) ?? 0)]));
}

/** Marks records that turned out, while they were written, not to meet the rules. */
export async function noteLeaving({ client, run, kind, leaving }: PageScope, externalIds: readonly string[], reason: string): Promise<void> {
  if (leaving) return externalIds.forEach((id) => leaving.set(id, reason));
  await client.query(`UPDATE ${seenTable(run.runId)} SET leaves = $3 WHERE kind = $1 AND external_id = ANY($2)`, [kind, externalIds, reason]);
}

/** Marks records that a page should have had, and that are to go when the pass comes to its end. */
export async function noteGone({ client, run, kind }: PageScope, externalIds: readonly string[]): Promise<void> {
  await client.query(
    `INSERT INTO ${seenTable(run.runId)} (kind, external_id, copies, leaves) SELECT $1::record_kind, external_id, 0, 'gone' FROM unnest($2::text[]) AS page (external_id)
     ON CONFLICT (kind, external_id) DO UPDATE SET leaves = excluded.leaves`,
    [kind, externalIds],
  );
}

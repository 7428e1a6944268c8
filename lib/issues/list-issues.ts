import { z } from "zod";
import type { Database } from "@/lib/db";
import type { IssueState } from "@/lib/generated/prisma/enums";
import type { IssueCause } from "@/lib/issues/causes";
import { issueColumns, toIssueRow, type IssueRow } from "@/lib/issues/stored-issue";

export type IssueQuery = { accountId: string; state: IssueState; connectionId?: string | null; cause?: IssueCause | null; cursor?: string | null; limit?: number; now?: Date };

/** `next`: the cursor of the page after this one, null on the last. */
export type IssuePage = { rows: IssueRow[]; next: string | null };

/** Rank, moment and id of the last row: those after it follow. */
const cursorForm = z.tuple([z.coerce.number().int(), z.iso.datetime(), z.uuid()]);

/** What needs a person stands first, what is watched after it, and what is muted last. */
const openRank = `CASE WHEN muted_at IS NOT NULL AND (mute_ends_at IS NULL OR mute_ends_at > $2) THEN 2 WHEN severity = 'action' THEN 0 ELSE 1 END`;

/**
 * One page of an account's issues. Open ones by severity, the latest first; resolved ones by when they were resolved. A cursor that is not one
 * of ours begins at the top.
 */
export async function listIssues(db: Database, { accountId, state, connectionId = null, cause = null, cursor = null, limit = 30, now = new Date() }: IssueQuery): Promise<IssuePage> {
  const rank = state === "open" ? openRank : "0";
  const moment = state === "open" ? "last_at" : "resolved_at";
  const place = cursorForm.safeParse(cursor?.split(",")).data ?? [-1, null, null];
  const { rows } = await db.pool.query<{ id: string; rank: number; moment: Date }>(
    `SELECT id, rank, moment FROM (
       SELECT id, ${rank} AS rank, ${moment} AS moment FROM issue
       WHERE account_id = $1 AND state = $3::issue_state AND $2::timestamptz IS NOT NULL AND ($4::uuid IS NULL OR connection_id = $4) AND ($5::text IS NULL OR cause = $5)) ranked
     WHERE rank > $6 OR (rank = $6 AND (moment, id) < ($7::timestamptz, $8::uuid))
     ORDER BY rank, moment DESC, id DESC LIMIT ${limit + 1}`,
    [accountId, now, state, connectionId, cause, ...place],
  );
  const page = rows.slice(0, limit);
  const found = await readIssues(db, accountId, page.map(({ id }) => id), now);
  const last = page.at(-1);
  return {
    rows: page.flatMap(({ id }) => found.get(id) ?? []),
    next: rows.length > limit && last ? `${last.rank},${last.moment.toISOString()},${last.id}` : null,
  };
}

/** One issue, open or resolved; null when the account has none of this id. */
export async function findIssue(db: Database, { accountId, id }: { accountId: string; id: string }, now = new Date()): Promise<IssueRow | null> {
  return (await readIssues(db, accountId, [id], now)).get(id) ?? null;
}

async function readIssues({ prisma }: Database, accountId: string, ids: string[], now: Date): Promise<ReadonlyMap<string, IssueRow>> {
  const stored = await prisma.issue.findMany({ where: { accountId, id: { in: ids } }, select: issueColumns });
  return new Map(stored.flatMap((one): [string, IssueRow][] => { const row = toIssueRow(one, now); return row ? [[row.id, row]] : []; }));
}

/** `action`: they need a person. `watch`: they pass by themselves. Muted ones are in neither. */
export type IssueCounts = { action: number; watch: number; muted: number };

export async function countOpenIssues({ pool }: Database, accountId: string, now = new Date()): Promise<IssueCounts> {
  const { rows } = await pool.query<{ rank: number; count: number }>(
    `SELECT ${openRank} AS rank, count(*)::int AS count FROM issue WHERE account_id = $1 AND state = 'open' AND $2::timestamptz IS NOT NULL GROUP BY 1`,
    [accountId, now],
  );
  const of = (rank: number) => rows.find((row) => row.rank === rank)?.count ?? 0;
  return { action: of(0), watch: of(1), muted: of(2) };
}

/** How many are open, by connection; muted ones are in none. */
export async function countIssuesByConnection({ prisma }: Database, accountId: string, now: Date): Promise<ReadonlyMap<string, number>> {
  const isHeard = { OR: [{ mutedAt: null }, { muteEndsAt: { lte: now } }] };
  const rows = await prisma.issue.groupBy({ by: ["connectionId"], where: { accountId, state: "open", ...isHeard }, _count: true });
  return new Map(rows.map(({ connectionId, _count }) => [connectionId, _count]));
}

/** Since when nothing has been open: when the last issue was resolved; null: there has never been one. ISO text (UTC). */
export async function allWellSince({ prisma }: Database, accountId: string): Promise<string | null> {
  const last = await prisma.issue.findFirst({ where: { accountId, state: "resolved" }, orderBy: { resolvedAt: "desc" }, select: { resolvedAt: true } });
  return last?.resolvedAt?.toISOString() ?? null;
}

import { isDeepStrictEqual } from "node:util";
import type { ClientBase } from "pg";
import { connectionIdOf } from "@/lib/connections/connection-id";
import type { Database } from "@/lib/db";
import type { IssueEventKind, IssueSeverity } from "@/lib/generated/prisma/enums";
import type { FoundCause } from "@/lib/issues/causes";
import { findCauses } from "@/lib/issues/find-causes";
import { later } from "@/lib/issues/moments";
import { readFacts } from "@/lib/issues/read-facts";
import { logger } from "@/lib/logger";
import type { SyncEngine } from "@/lib/sync/engine";
import { inTransaction } from "@/lib/transaction";

export type IssueEngine = Pick<SyncEngine, "timing" | "findConnector"> & { db: Database };

type OpenRow = { id: string; cause: string; subject: string; severity: IssueSeverity; lastAt: Date; times: number; params: unknown; records: unknown; recordCount: number };

/** What was done: so many issues opened, and so many resolved. */
export type Settled = { opened: number; resolved: number };

/**
 * Brings the open issues of a connection in line with what stands about it: opens what is new, keeps up to date what still holds, and resolves
 * what no longer does. May be repeated at any time; two at once wait for each other.
 */
export async function settleIssues(engine: IssueEngine, connectionId: string): Promise<Settled> {
  return inTransaction(engine.db, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('issues ' || $1, 0))", [connectionId]);
    const facts = await readFacts(client, engine, connectionId);
    if (!facts) return { opened: 0, resolved: 0 };
    const scope = { client, accountId: facts.accountId, connectionId, now: engine.timing.now() };
    const open = await readOpen(scope);
    const causes = findCauses(facts, engine.timing);
    const isSame = (row: OpenRow, found: FoundCause) => row.cause === found.cause && row.subject === found.subject;
    for (const found of causes) {
      const row = open.find((one) => isSame(one, found));
      if (row) await keepIssue(scope, row, found);
      else await openIssue(scope, found);
    }
    const gone = open.filter((row) => !causes.some((found) => isSame(row, found)));
    for (const { id } of gone) await resolveIssue(scope, id);
    return { opened: causes.length - (open.length - gone.length), resolved: gone.length };
  });
}

/** The same where it only follows something else, which must not fail with it: the next minute's look makes up for it. */
export async function noteIssues(engine: IssueEngine, connectionId: string): Promise<void> {
  await settleIssues(engine, connectionId).catch((error: unknown) => {
    logger.warn({ err: error, connectionId }, "The issues of a connection could not be settled; the next look does it");
  });
}

/** The same after a person has changed something about the connection of an account with a vendor. */
export async function noteIssuesOf(engine: IssueEngine, { accountId, vendor }: { accountId: string; vendor: string }): Promise<void> {
  await noteIssues(engine, connectionIdOf(accountId, vendor));
}

type Scope = { client: ClientBase; accountId: string; connectionId: string; now: Date };

async function readOpen({ client, accountId, connectionId }: Scope): Promise<OpenRow[]> {
  const { rows } = await client.query<OpenRow>(
    `SELECT id, cause, subject, severity::text, last_at AS "lastAt", times, params, records, record_count AS "recordCount"
     FROM issue WHERE account_id = $1 AND connection_id = $2 AND state = 'open' ORDER BY first_at FOR UPDATE`,
    [accountId, connectionId],
  );
  return rows;
}

async function openIssue({ client, accountId, connectionId, now }: Scope, found: FoundCause): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO issue (account_id, connection_id, cause, subject, severity, first_at, last_at, times, params, records, record_count)
     VALUES ($1, $2, $3, $4, $5::issue_severity, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      accountId, connectionId, found.cause, found.subject, found.severity, found.firstAt ?? now, found.lastAt ?? now, Math.max(1, found.times),
      JSON.stringify(found.params), JSON.stringify(found.records), found.recordCount,
    ],
  );
  for (const { id } of rows) await addEvent({ client, accountId, now }, id, "opened");
}

/** Writes only what is another than before. It happened again where it is seen more often, or later, than before. */
async function keepIssue({ client, accountId }: Scope, row: OpenRow, found: FoundCause): Promise<void> {
  const lastAt = later(row.lastAt, found.lastAt) ?? row.lastAt;
  const times = Math.max(found.times, row.times + (lastAt > row.lastAt ? 1 : 0));
  const { severity, params, records, recordCount } = found;
  const before = { severity: row.severity, params: row.params, records: row.records, recordCount: row.recordCount };
  if (lastAt <= row.lastAt && times === row.times && isDeepStrictEqual(before, { severity, params, records, recordCount })) return;
  await client.query(
    `UPDATE issue SET severity = $3::issue_severity, last_at = $4, times = $5, params = $6, records = $7, record_count = $8 WHERE account_id = $1 AND id = $2`,
    [accountId, row.id, severity, lastAt, times, JSON.stringify(params), JSON.stringify(records), recordCount],
  );
}

async function resolveIssue({ client, accountId, now }: Scope, id: string): Promise<void> {
  await client.query("UPDATE issue SET state = 'resolved', resolved_at = $3 WHERE account_id = $1 AND id = $2", [accountId, id, now]);
  await addEvent({ client, accountId, now }, id, "resolved");
}

async function addEvent({ client, accountId, now }: Pick<Scope, "client" | "accountId" | "now">, issueId: string, kind: IssueEventKind): Promise<void> {
  await client.query("INSERT INTO issue_event (account_id, issue_id, at, kind) VALUES ($1, $2, $3, $4::issue_event_kind)", [accountId, issueId, now, kind]);
}

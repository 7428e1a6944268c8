import type { ClientBase } from "pg";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ImportState, WebhookState } from "@/lib/generated/prisma/enums";
import { NAMED_RECORDS } from "@/lib/issues/causes";
import type { DeliveryFacts, FailedRecord, ImportFact, WebhookFact } from "@/lib/issues/facts";
import { storedError, storedGuard } from "@/lib/runs/stored-outcome";

type Scope = { connectionId: string; administration: string };

/** So far back: what has failed for longer is known by then. */
const IMPORTS = 400;

/** What the last syncs of an administration came to, by kind of record, the newest first. Those a person cancelled say nothing. */
export async function readImportFacts(client: ClientBase, { connectionId, administration }: Scope): Promise<ImportFact[]> {
  const { rows } = await client.query<{ runId: string; kind: RecordKind; state: ImportState; failed: number; error: unknown; guard: unknown; at: Date }>(
    `SELECT run.id AS "runId", import.kind::text, import.state::text, import.failed, import.error, import.guard, run.finished_at AS at
     FROM sync_run run JOIN sync_run_import import ON import.run_id = run.id
     WHERE run.connection_id = $1 AND run.administration = $2 AND run.finished_at IS NOT NULL AND run.trigger NOT IN ('webhook', 'lookUp') AND import.state IN ('done', 'failed', 'stopped')
     ORDER BY run.requested_at DESC, import.position LIMIT ${IMPORTS}`,
    [connectionId, administration],
  );
  return rows.map(({ error, guard, ...row }) => ({ ...row, error: storedError(error), guard: storedGuard(guard) }));
}

/** Records that could not be read, the first of each kind; the others of the list "Not imported" are left out on purpose. */
export async function readFailedRecords(client: ClientBase, { connectionId, administration }: Scope): Promise<FailedRecord[]> {
  const { rows } = await client.query<FailedRecord>(
    `SELECT kind, key, label FROM (
       SELECT kind::text, external_id AS key, label, row_number() OVER (PARTITION BY kind ORDER BY external_id) AS number
       FROM skipped_record WHERE connection_id = $1 AND administration = $2 AND params ? 'detail') failed
     WHERE number <= ${NAMED_RECORDS} ORDER BY kind, key`,
    [connectionId, administration],
  );
  return rows;
}

export async function readWebhookFact(client: ClientBase, connectionId: string): Promise<WebhookFact | null> {
  const { rows: [row] } = await client.query<{ state: WebhookState; attempts: number; checkedAt: Date | null; problem: unknown }>(
    `SELECT state::text, attempts, checked_at AS "checkedAt", problem FROM webhook_registration WHERE connection_id = $1`,
    [connectionId],
  );
  return row ? { ...row, problem: storedError(row.problem) } : null;
}

/** What could not be fetched of what the vendor told of, and no sync has brought in since. */
export async function readFailedDeliveries(client: ClientBase, { connectionId, since }: { connectionId: string; since: Date | null }): Promise<DeliveryFacts | null> {
  const { rows: [row] } = await client.query<{ count: number; firstAt: Date | null; lastAt: Date | null; events: string[] | null }>(
    `SELECT count(*)::int AS count, min(processed_at) AS "firstAt", max(processed_at) AS "lastAt", (array_agg(event ORDER BY processed_at DESC))[1:${NAMED_RECORDS}] AS events
     FROM webhook_delivery WHERE connection_id = $1 AND state = 'failed' AND ($2::timestamptz IS NULL OR processed_at > $2)`,
    [connectionId, since],
  );
  return row?.firstAt && row.lastAt ? { count: row.count, firstAt: row.firstAt, lastAt: row.lastAt, events: row.events ?? [] } : null;
}

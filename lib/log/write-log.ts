import type { ClientBase, Pool } from "pg";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { LogLevel } from "@/lib/generated/prisma/enums";

/** What a log entry says. It keeps a key and its parameters, so that everybody reads it in their own language. */
export type LogInput = {
  accountId: string;
  connectionId?: string | null;
  runId?: string | null;
  /** The operation it belongs to; none: it is one itself. */
  parentId?: string | null;
  /** Default: now, by the database's clock. */
  at?: Date;
  level: LogLevel;
  /** noun.verb, for example connection.refused. */
  operation: string;
  /** Key below `log` in the message files, or the whole key of a sentence of the exports (`exports.problem.<code>.message`). */
  messageKey: string;
  params: Record<string, string | number>;
  kind?: RecordKind | null;
  /** The record's number at the vendor. */
  recordKey?: string | null;
  /** The work order it is about. */
  workOrderId?: string | null;
  /** Key below `log.remedy`, or the whole key of a remedy of the exports. */
  remedy?: string | null;
  /** Everything worth knowing besides; secrets are to be masked before. */
  detail?: unknown;
};

/** Writes entries with one statement. */
export async function writeLogs(db: Database, entries: readonly LogInput[]): Promise<void> {
  await insertLogEntries(db.pool, entries);
}

/** The same inside the transaction of the caller. */
export async function insertLogEntries(client: ClientBase | Pool, entries: readonly LogInput[]): Promise<void> {
  if (entries.length === 0) return;
  const column = (read: (entry: LogInput) => unknown) => entries.map((entry) => read(entry) ?? null);
  await client.query(
    `INSERT INTO log_entry (account_id, connection_id, run_id, parent_id, at, level, operation, message_key, params, kind, record_key, remedy, detail, work_order_id)
     SELECT account_id, connection_id, run_id, parent_id, coalesce(at, clock_timestamp()), level, operation, message_key, params, kind, record_key, remedy, detail, work_order_id
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::log_level[], $7::text[], $8::text[], $9::jsonb[],
       $10::record_kind[], $11::text[], $12::text[], $13::jsonb[], $14::uuid[])
       AS entry (account_id, connection_id, run_id, parent_id, at, level, operation, message_key, params, kind, record_key, remedy, detail, work_order_id)`,
    [
      column((entry) => entry.accountId),
      column((entry) => entry.connectionId),
      column((entry) => entry.runId),
      column((entry) => entry.parentId),
      column((entry) => entry.at?.toISOString()),
      column((entry) => entry.level),
      column((entry) => entry.operation),
      column((entry) => entry.messageKey),
      column((entry) => JSON.stringify(entry.params)),
      column((entry) => entry.kind),
      column((entry) => entry.recordKey),
      column((entry) => entry.remedy),
      column((entry) => (entry.detail === undefined ? null : JSON.stringify(entry.detail))),
      column((entry) => entry.workOrderId),
    ],
  );
}

/** One entry in a transaction of Prisma. */
export async function createLogEntry(tx: Prisma.TransactionClient, { detail, ...entry }: LogInput): Promise<void> {
  await tx.logEntry.create({ data: { ...withoutUndefined(entry), ...(detail === undefined ? {} : { detail: JSON.parse(JSON.stringify(detail)) }) } });
}

function withoutUndefined<Entry extends Omit<LogInput, "detail">>({ connectionId = null, runId = null, parentId = null, kind = null, recordKey = null, workOrderId = null, remedy = null, at, ...entry }: Entry) {
  return { ...entry, connectionId, runId, parentId, kind, recordKey, workOrderId, remedy, ...(at ? { at } : {}) };
}

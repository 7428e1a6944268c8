import { z } from "zod";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { LogLevel } from "@/lib/generated/prisma/enums";
import type { Prisma } from "@/lib/generated/prisma/client";
import { findIssueOfEntry } from "@/lib/issues/issues-of";
import { readDetail, type LogDetail } from "@/lib/log/stored-detail";
import { findLoggedRecord, type LoggedRecord } from "@/lib/log/read-record";
import { readTouched, type Touched } from "@/lib/log/touched-records";

/** An entry of the log as lists show it. `at` is an ISO text (UTC). */
export type LogRow = {
  id: string;
  at: string;
  level: LogLevel;
  operation: string;
  /** Key below `log` in the message files, with its parameters. */
  messageKey: string;
  params: Record<string, string | number>;
  kind: RecordKind | null;
  recordKey: string | null;
  runId: string | null;
  /** Key below `log.remedy`. */
  remedy: string | null;
  vendor: string | null;
};

/**
 * Everything there is to an entry; `messages` are those below an operation, oldest first, at most so many. `issueId`: of the open issue that an
 * entry about a failure belongs to.
 */
export type LogEntryDetail = LogRow & {
  detail: LogDetail;
  touched: Touched[];
  record: LoggedRecord | null;
  workOrder: { id: string; number: string } | null;
  issueId: string | null;
  messages: LogRow[];
};

const MESSAGES = 60;
const EXCHANGES = 20;
/** Records of each sort; the sync's page has the others. */
const TOUCHED = 20;

export const logColumns = {
  id: true,
  at: true,
  level: true,
  operation: true,
  messageKey: true,
  params: true,
  kind: true,
  recordKey: true,
  runId: true,
  remedy: true,
  connectionId: true,
} as const satisfies Prisma.LogEntrySelect;

type StoredRow = Prisma.LogEntryGetPayload<{ select: typeof logColumns }>;

const storedParams = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

export function toLogRow({ at, params, connectionId, ...row }: StoredRow, vendors: ReadonlyMap<string, string>): LogRow {
  return { ...row, at: at.toISOString(), params: storedParams.parse(params), vendor: (connectionId && vendors.get(connectionId)) || null };
}

/** Connection → vendor, for an account. */
export async function readVendors({ prisma }: Database, accountId: string): Promise<ReadonlyMap<string, string>> {
  const connections = await prisma.connection.findMany({ where: { accountId }, select: { id: true, vendor: true } });
  return new Map(connections.map(({ id, vendor }) => [id, vendor]));
}

/** One entry as lists show it; null when there is none in this account. */
export async function findLogEntry(db: Database, { accountId, entryId }: { accountId: string; entryId: string }): Promise<LogRow | null> {
  const [row, vendors] = await Promise.all([
    db.prisma.logEntry.findUnique({ where: { id: entryId, accountId }, select: logColumns }),
    readVendors(db, accountId),
  ]);
  return row && toLogRow(row, vendors);
}

/**
 * One entry with what was sent and came back, the record it is about, and the messages below it.
 * @throws AppError record_not_found, also for an entry of another account or one past its time
 */
export async function readLogEntry(db: Database, { accountId, entryId }: { accountId: string; entryId: string }): Promise<LogEntryDetail> {
  const [row, vendors] = await Promise.all([
    db.prisma.logEntry.findUnique({ where: { id: entryId, accountId }, select: { ...logColumns, detail: true, workOrderId: true } }),
    readVendors(db, accountId),
  ]);
  if (!row) throw new AppError("record_not_found", { kind: "config" });
  const { detail: storedDetail, workOrderId, ...stored } = row;
  const { kind, recordKey, connectionId } = stored;
  const [below, record, workOrder] = await Promise.all([
    db.prisma.logEntry.findMany({ where: { accountId, parentId: entryId }, select: { ...logColumns, detail: true }, orderBy: [{ at: "asc" }, { id: "asc" }], take: MESSAGES }),
    kind && recordKey ? findLoggedRecord(db, { accountId, connectionId, kind, recordKey }) : null,
    workOrderId ? db.prisma.workOrder.findUnique({ where: { id: workOrderId, accountId }, select: { id: true, number: true } }) : null,
  ]);
  const detail = readDetail(storedDetail);
  const sources = [{ kind, detail }, ...below.map((message) => ({ kind: message.kind, detail: readDetail(message.detail) }))];
  // What a sync sent stands with its imports; people look for it where the sync is.
  const exchanges = [...detail.exchanges, ...below.flatMap((message) => readDetail(message.detail).exchanges)].slice(0, EXCHANGES);
  return {
    ...toLogRow(stored, vendors),
    detail: { ...detail, exchanges },
    touched: await readTouched(db, { accountId, connectionId, shown: TOUCHED }, sources),
    record,
    workOrder,
    issueId: await findIssueId(db, accountId, { ...stored, detail }, below.flatMap((message) => readDetail(message.detail).error?.code ?? [])),
    messages: below.map(({ detail: _detail, ...message }) => toLogRow(message, vendors)),
  };
}

type Failure = Pick<StoredRow, "connectionId" | "level" | "operation" | "kind" | "params"> & { detail: LogDetail };

/** What went well, or was only said, belongs to no issue. */
async function findIssueId(db: Database, accountId: string, { connectionId, level, operation, kind, params, detail }: Failure, below: readonly ErrorCode[]): Promise<string | null> {
  if (level !== "error" && level !== "warning") return null;
  const { followUp } = storedParams.parse(params);
  const issue = await findIssueOfEntry(db, {
    accountId, connectionId, operation, kind,
    errors: [...(detail.error ? [detail.error.code] : []), ...below],
    problems: detail.problems.map(({ code }) => code),
    followUp: typeof followUp === "string" ? followUp : null,
    failedKinds: detail.imports.filter(({ failed }) => failed > 0).map((one) => one.kind),
  });
  return issue?.id ?? null;
}

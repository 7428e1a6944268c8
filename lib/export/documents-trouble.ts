import { z } from "zod";
import type { Exchange } from "@/lib/connectors/connector";
import type { Database } from "@/lib/db";
import type { AppError } from "@/lib/errors";
import type { ExportEngine } from "@/lib/export/engine";
import type { ExportConnection } from "@/lib/export/export-connection";
import { toJson } from "@/lib/export/journal";
import { keptExchanges } from "@/lib/export/log-export";
import { isForPerson, needPerson } from "@/lib/export/postpone-export";
import { Prisma } from "@/lib/generated/prisma/client";
import { createLogEntry, type LogInput } from "@/lib/log/write-log";
import { storedError, type RunError } from "@/lib/runs/stored-outcome";

/** Why nobody knows at the moment how the exported documents stand at the vendor. `since`: ISO text, UTC. `isPassing`: nobody need do anything. */
export type DocumentsTrouble = { error: RunError; since: string; isPassing: boolean };

const stored = z.looseObject({ since: z.iso.datetime(), isPassing: z.boolean() });

/** What the column `documents_problem` of a connection holds; null: the last reading came to its end. */
export function readDocumentsTrouble(column: unknown): DocumentsTrouble | null {
  const [error, parsed] = [storedError(column), stored.safeParse(column)];
  return error && parsed.success ? { error, since: parsed.data.since, isPassing: parsed.data.isPassing } : null;
}

/** The same of a connection, for its page. */
export async function findDocumentsTrouble({ prisma }: Database, { accountId, connectionId }: { accountId: string; connectionId: string }): Promise<DocumentsTrouble | null> {
  const row = await prisma.connection.findUnique({ where: { id: connectionId, accountId }, select: { documentsProblem: true } });
  return readDocumentsTrouble(row?.documentsProblem);
}

/** How the documents stand could not be read: it is kept with the connection, and said in the log when it is news. */
export async function noteDocumentsNotRead(engine: ExportEngine, connection: ExportConnection, { error, exchanges }: { error: AppError; exchanges: readonly Exchange[] }): Promise<void> {
  const at = engine.timing.now();
  await engine.db.prisma.$transaction(async (tx) => {
    const before = await lockTrouble(tx, connection);
    const documentsProblem = toJson({ code: error.code, params: error.params, since: before?.since ?? at, isPassing: error.kind === "transient" });
    await tx.connection.updateMany({ where: { id: connection.id, accountId: connection.accountId }, data: { documentsProblem } });
    if (before?.error.code !== error.code) {
      const detail = { error: { code: error.code, params: error.params, detail: error.detail }, exchanges: keptExchanges(exchanges) };
      await log(tx, connection, { at, level: error.kind === "transient" ? "warning" : "error", operation: "export.documentsNotRead", detail });
    }
    if (isForPerson(error)) await needPerson(tx, connection, error);
  });
}

/** They could be read to the end. */
export async function noteDocumentsRead(engine: ExportEngine, connection: ExportConnection): Promise<void> {
  const at = engine.timing.now();
  await engine.db.prisma.$transaction(async (tx) => {
    if ((await lockTrouble(tx, connection)) === null) return;
    await tx.connection.updateMany({ where: { id: connection.id, accountId: connection.accountId }, data: { documentsProblem: Prisma.DbNull } });
    await log(tx, connection, { at, level: "success", operation: "export.documentsReadAgain", detail: {} });
  });
}

async function lockTrouble(tx: Prisma.TransactionClient, { id, accountId }: ExportConnection): Promise<DocumentsTrouble | null> {
  await tx.$queryRaw`SELECT FROM connection WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid FOR NO KEY UPDATE`;
  const { documentsProblem } = await tx.connection.findUniqueOrThrow({ where: { id, accountId }, select: { documentsProblem: true } });
  return readDocumentsTrouble(documentsProblem);
}

function log(tx: Prisma.TransactionClient, { id, accountId, vendorName }: ExportConnection, entry: Pick<LogInput, "at" | "level" | "operation" | "detail">): Promise<unknown> {
  return createLogEntry(tx, { accountId, connectionId: id, messageKey: entry.operation, params: { vendor: vendorName }, ...entry });
}

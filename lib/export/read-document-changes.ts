import { z } from "zod";
import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import type { Cursor, Exchange, VendorContext } from "@/lib/connectors/connector";
import type { DocumentFeedback } from "@/lib/connectors/exporter";
import { toAppError } from "@/lib/errors";
import type { ExportEngine } from "@/lib/export/engine";
import { noteDocumentsNotRead, noteDocumentsRead } from "@/lib/export/documents-trouble";
import { readExportConnection, type ExportConnection } from "@/lib/export/export-connection";
import { expectedState, writeStandings } from "@/lib/export/note-documents";
import { Prisma } from "@/lib/generated/prisma/client";
import { logger } from "@/lib/logger";
import { openVendorContext } from "@/lib/vendor/open-context";

/**
 * Connections whose exported documents have not been asked about for a quarter of an hour. Whether exports are on, or any is due, makes no
 * difference: what was exported once goes on to be paid.
 */
export async function findDocumentsToRead({ db, timing, findConnector }: ExportEngine): Promise<string[]> {
  const rows = await db.prisma.connection.findMany({
    where: { state: "connected", OR: isDue(timing.now(), timing.syncIntervalMinutes), intents: { some: { documentId: { not: null }, state: { in: ["sent", "finished", "dismissed"] } } } },
    select: { id: true, vendor: true },
  });
  return rows.filter(({ vendor }) => findConnector(vendor)?.exporter?.documents).map(({ id }) => id);
}

const isDue = (now: Date, minutes: number) => [{ documentsReadAt: null }, { documentsReadAt: { lte: new Date(now.getTime() - minutes * 60_000) } }];

/**
 * Reads at the vendor what moved among the documents since the last time, and writes it down page by page: cut off, it goes on from there the next
 * time. A vendor that is away is asked again after the interval; the log says once that it could not be read, and once that it can be again, and
 * what a person must settle the connection waits for. Out: how many documents changed.
 */
export async function readDocumentChanges(engine: ExportEngine, connectionId: string): Promise<number> {
  const { db, timing } = engine;
  const now = timing.now();
  const connection = await readExportConnection(db, engine.findConnector, connectionId, now);
  const documents = connection?.exporter.documents;
  if (!connection || !documents || !connection.isLicensed) return 0;
  // Whoever moves the moment reads.
  const { count } = await db.prisma.connection.updateMany({ where: { id: connectionId, accountId: connection.accountId, state: "connected", OR: isDue(now, timing.syncIntervalMinutes) }, data: { documentsReadAt: now } });
  if (count === 0) return 0;
  const exchanges: Exchange[] = [];
  try {
    const changed = await readPages(engine, connection, { documents, exchanges });
    await noteDocumentsRead(engine, connection);
    return changed;
  } catch (thrown) {
    const error = toAppError(thrown);
    logger.warn({ err: thrown, code: error.code, connectionId }, "How exported documents stand could not be read");
    await noteDocumentsNotRead(engine, connection, { error, exchanges });
    return 0;
  }
}

async function readPages(engine: ExportEngine, connection: ExportConnection, { documents, exchanges }: { documents: DocumentFeedback; exchanges: Exchange[] }): Promise<number> {
  const { db, timing } = engine;
  const where = { id: connection.id, accountId: connection.accountId };
  const { documentsCursor } = await db.prisma.connection.findUniqueOrThrow({ where, select: { documentsCursor: true } });
  const first = await db.prisma.exportIntent.findFirst({ where: { connectionId: connection.id, documentId: { not: null } }, orderBy: { requestedAt: "asc" }, select: { requestedAt: true } });
  let changed = 0;
  let seenAt = timing.now();
  const from = { cursor: z.json().parse(documentsCursor), since: first?.requestedAt ?? seenAt, drafts: await findDrafts(db, connection) };
  for await (const { standings, cursor } of documents.readChanges(openContext(engine, connection, exchanges), from)) {
    const before = seenAt;
    changed += await db.prisma.$transaction(async (tx) => {
      await tx.connection.updateMany({ where, data: { documentsCursor: column(cursor) } });
      return writeStandings(tx, { connection, standings, seenAt: before });
    });
    seenAt = timing.now();
  }
  return changed;
}

/** Documents that were drafts when they were last heard of, the oldest first. */
async function findDrafts({ prisma }: ExportEngine["db"], { id, accountId }: ExportConnection): Promise<string[]> {
  const intents = await prisma.exportIntent.findMany({
    where: { accountId, connectionId: id, documentId: { not: null }, state: { in: ["sent", "finished", "dismissed"] }, OR: [{ document: { state: "draft" } }, { document: null }] },
    orderBy: { requestedAt: "asc" },
    select: { documentId: true, followUps: true, document: { select: { state: true } } },
  });
  return intents.flatMap(({ documentId, followUps, document }) => (documentId !== null && (document?.state ?? expectedState({ followUps })) === "draft" ? [documentId] : []));
}

const column = (cursor: Cursor) => (cursor === null ? Prisma.DbNull : cursor);

function openContext(engine: ExportEngine, connection: ExportConnection, exchanges: Exchange[]): VendorContext {
  return openVendorContext(engine.db, engine.timing, connection, {
    signal: new AbortController().signal,
    keyRing: engine.keyRing,
    requestsPerMinute: requestsPerMinute(connection.connector.manifest, connection.login),
    purpose: "export",
    recordExchange: (exchange) => exchanges.push(exchange),
  });
}

import type { DocumentStanding, DocumentState } from "@/lib/connectors/document-state";
import { AppError } from "@/lib/errors";
import type { ExportEngine } from "@/lib/export/engine";
import { readExportConnection, type ExportConnection } from "@/lib/export/export-connection";
import { toJson, writeJournal } from "@/lib/export/journal";
import { readFollowUps } from "@/lib/export/stored-follow-ups";
import type { ExportedDocument, ExportIntent, Prisma } from "@/lib/generated/prisma/client";
import { addWorkOrderEvents } from "@/lib/work-orders/work-order-events";

type Noted = { accountId: string; connectionId: string; standings: readonly DocumentStanding[]; /** A moment before the vendor was asked. */ seenAt: Date };

/**
 * Writes down how exported documents stand at the vendor now, each change with an event on its work order; what is older than what is known, and
 * documents that were not exported from here, change nothing. Out: how many documents changed.
 * @throws AppError not_connected when the connection is not one of the account that exports
 */
export async function noteDocuments(engine: ExportEngine, { accountId, connectionId, standings, seenAt }: Noted): Promise<number> {
  const connection = await readExportConnection(engine.db, engine.findConnector, connectionId, engine.timing.now());
  if (connection?.accountId !== accountId) throw new AppError("not_connected", { kind: "config" });
  return engine.db.prisma.$transaction((tx) => writeStandings(tx, { connection, standings, seenAt }));
}

type Written = Pick<Noted, "standings" | "seenAt"> & { connection: Pick<ExportConnection, "id" | "accountId" | "vendorName"> };

/** The same in the transaction of the caller. */
export async function writeStandings(tx: Prisma.TransactionClient, { connection, standings, seenAt }: Written): Promise<number> {
  if (standings.length === 0) return 0;
  const byDocument = new Map(standings.map((standing) => [standing.documentId, standing]));
  const where = { accountId: connection.accountId, connectionId: connection.id, documentId: { in: [...byDocument.keys()] }, state: { in: ["sent", "finished", "dismissed"] } } as const satisfies Prisma.ExportIntentWhereInput;
  const concerned = await tx.exportIntent.findMany({ where, select: { workOrderId: true } });
  if (concerned.length === 0) return 0;
  // The work order before its intent, as everywhere.
  await tx.$queryRaw`SELECT FROM work_order WHERE id = ANY(${concerned.map(({ workOrderId }) => workOrderId)}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const intents = await tx.exportIntent.findMany({ where, include: { document: true }, orderBy: [{ requestedAt: "asc" }, { id: "asc" }] });
  let count = 0;
  for (const { document, ...intent } of intents) {
    const standing = byDocument.get(intent.documentId ?? "");
    if (standing && (await noteOne(tx, { connection, intent, document, standing, seenAt }))) count += 1;
  }
  const isThere = (id: string | null) => byDocument.get(id ?? "")?.state !== "deleted";
  await noteSeen(tx, { ids: intents.filter(({ documentId }) => isThere(documentId)).map(({ id }) => id), accountId: connection.accountId, seenAt });
  return count;
}

/** That the documents of these exports stand at the vendor, whether anything about them was new or not. */
export async function noteSeen({ exportIntent }: Pick<Prisma.TransactionClient, "exportIntent">, { ids, accountId, seenAt }: { ids: readonly string[]; accountId: string; seenAt: Date }): Promise<void> {
  const isOlder = { OR: [{ documentSeenAt: null }, { documentSeenAt: { lt: seenAt } }] };
  await exportIntent.updateMany({ where: { id: { in: [...ids] }, accountId, ...isOlder }, data: { documentSeenAt: seenAt } });
}

type One = { connection: Written["connection"]; intent: ExportIntent; document: ExportedDocument | null; standing: DocumentStanding; seenAt: Date };

/** Out: whether anything is otherwise than before. */
async function noteOne(tx: Prisma.TransactionClient, { connection, intent, document, standing, seenAt }: One): Promise<boolean> {
  if (document && document.seenAt > seenAt) return false;
  const before = document?.state ?? expectedState(intent);
  const isStateNew = before !== standing.state;
  const number = standing.number ?? intent.documentNumber ?? intent.reference;
  if (document && !isStateNew && isSame(document, standing)) return false;
  await writeStanding(tx, { intentId: intent.id, connection, standing, seenAt });
  // While it is being finished, its worker reads the number back.
  if (intent.state !== "sent" && (number !== intent.documentNumber || (standing.url ?? intent.documentUrl) !== intent.documentUrl)) {
    await tx.exportIntent.updateMany({ where: { id: intent.id, accountId: intent.accountId }, data: { documentNumber: number, documentUrl: standing.url ?? intent.documentUrl } });
  }
  if (!isStateNew) return true;
  await writeJournal(tx, { accountId: intent.accountId, intentId: intent.id, fence: intent.fence, event: "document.changed", detail: toJson({ before, after: standing }) });
  const event = { kind: "documentChanged" as const, vendorName: connection.vendorName, documentNumber: number, state: standing.state };
  await addWorkOrderEvents(tx, [{ accountId: intent.accountId, workOrderId: intent.workOrderId, actor: null, event }]);
  return true;
}

/** How a document stands after its export, before the vendor was ever asked. */
export function expectedState({ followUps }: Pick<ExportIntent, "followUps">): DocumentState {
  return readFollowUps(followUps).some(({ id, state }) => id === "finish" && state === "done") ? "final" : "draft";
}

function isSame(document: ExportedDocument, standing: DocumentStanding): boolean {
  const { number, url, totalCents, paidCents, dueOn, paidOn } = columnsOf(standing);
  const isDay = (one: Date | null, other: Date | null | undefined) => other === undefined || one?.getTime() === other?.getTime();
  const isValue = (one: string | number | null, other: string | number | null | undefined) => other === undefined || one === other;
  return (
    isValue(document.number, number) && isValue(document.url, url) && isValue(document.totalCents, totalCents) && isValue(document.paidCents, paidCents) &&
    isDay(document.dueOn, dueOn) && isDay(document.paidOn, paidOn)
  );
}

type Columns = { number?: string; url?: string; totalCents?: number | null; paidCents?: number | null; dueOn?: Date | null; paidOn?: Date | null };

/** A number once given stays known; of a document that is gone, what it last was stays. */
function columnsOf({ state, number, url, totalCents, paidCents, dueOn, paidOn }: DocumentStanding): Columns {
  const day = (text: string | null) => text === null ? null : new Date(text);
  const named = { ...(number === null ? {} : { number }), ...(url === null ? {} : { url }) };
  return state === "deleted" ? named : { ...named, totalCents, paidCents, dueOn: day(dueOn), paidOn: day(paidOn) };
}

/** One standing, whatever is known. */
export async function writeStanding(tx: Prisma.TransactionClient, { intentId, connection, standing, seenAt }: { intentId: string; connection: Pick<ExportConnection, "id" | "accountId">; standing: DocumentStanding; seenAt: Date }): Promise<void> {
  const content = { documentId: standing.documentId, state: standing.state, ...columnsOf(standing), changedAt: seenAt, seenAt };
  await tx.exportedDocument.upsert({
    where: { intentId },
    create: { intentId, accountId: connection.accountId, connectionId: connection.id, ...content },
    update: content,
  });
}

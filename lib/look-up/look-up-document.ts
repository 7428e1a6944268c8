import type { Exchange } from "@/lib/connectors/connector";
import { deletedStanding } from "@/lib/connectors/document-state";
import type { FoundDocument, Prepared } from "@/lib/connectors/exporter";
import { AppError, toAppError } from "@/lib/errors";
import { readSearch } from "@/lib/export/find-documents";
import { findNewestIntent } from "@/lib/export/newest-intent";
import { expectedState, noteDocuments, noteSeen } from "@/lib/export/note-documents";
import { isForPerson, needPerson } from "@/lib/export/postpone-export";
import type { ExportIntent } from "@/lib/generated/prisma/client";
import { findAskable, type Askable } from "@/lib/look-up/askable-connection";
import { askVendor } from "@/lib/look-up/ask-vendor";
import type { DocumentAnswer } from "@/lib/look-up/document-answer";
import { logDocumentAnswer, logDocumentFailure, type AboutDocument } from "@/lib/look-up/log-document-look-up";
import type { SyncEngine } from "@/lib/sync/engine";

type Asked = { accountId: string; workOrderId: string; vendor: string; askedBy: string };

/** `intent`: the export whose document it is. */
type Question = Askable & { exporter: NonNullable<Askable["connector"]["exporter"]>; intent: ExportIntent; documentId: string };

/**
 * Asks the vendor how the document of a work order stands there now, in the administration it went to, and writes down what is new as a sync would.
 * Nothing is ever sent.
 * @throws AppError record_not_found, as {@link findAskable}, and why the vendor cannot be asked now; nothing is changed then
 */
export async function lookUpDocument(engine: SyncEngine, { accountId, workOrderId, vendor, askedBy }: Asked): Promise<DocumentAnswer> {
  const question = await findQuestion(engine, { accountId, workOrderId, vendor });
  const exchanges: Exchange[] = [];
  const workOrder = await engine.db.prisma.workOrder.findUniqueOrThrow({ where: { id: workOrderId, accountId }, select: { id: true, number: true } });
  const about: AboutDocument = { ...question, workOrder, askedBy, exchanges };
  const seenAt = engine.timing.now();
  try {
    const { found, sent } = await ask(engine, question, exchanges);
    const answer = found ? await noteFound(engine, question, { found, sent, seenAt }) : await noteAbsence(engine, question, seenAt);
    await logDocumentAnswer(engine.db, about, answer);
    return answer;
  } catch (thrown) {
    const error = toAppError(thrown);
    await engine.db.prisma.$transaction(async (tx) => {
      // Another administration than today's may be closed to this login without anything being wrong.
      if (isForPerson(error) && question.intent.administration === (question.connection.administration ?? "")) await needPerson(tx, question.connection, error);
      await logDocumentFailure(tx, about, error);
    });
    throw error;
  }
}

async function findQuestion(engine: SyncEngine, { accountId, workOrderId, vendor }: Omit<Asked, "askedBy">): Promise<Question> {
  const { connection, connector } = await findAskable(engine, { accountId, vendor });
  const intent = await findNewestIntent(engine.db.prisma, { accountId, connectionId: connection.id, workOrderId });
  const { exporter } = connector;
  if (!exporter || !intent || intent.documentId === null || (intent.state !== "sent" && intent.state !== "finished")) throw new AppError("record_not_found", { kind: "config", params: { kind: "document" } });
  return { connection, connector, exporter, intent, documentId: intent.documentId };
}

async function ask(engine: SyncEngine, { connection, connector, exporter, intent, documentId }: Question, exchanges: Exchange[]): Promise<{ found: FoundDocument | null; sent: Prepared | null }> {
  const there = { ...connection, administration: intent.administration || null };
  const { search, sent } = await readSearch({ engine, intent });
  return { found: await askVendor(engine, { connection: there, connector, exchanges }, (context) => exporter.read(context, documentId, search)), sent };
}

type Found = { found: FoundDocument; sent: Prepared | null; seenAt: Date };

async function noteFound(engine: SyncEngine, { connection: { accountId, id: connectionId }, exporter, intent }: Question, { found, sent, seenAt }: Found): Promise<DocumentAnswer> {
  const changed = found.standing ? await noteDocuments(engine, { accountId, connectionId, standings: [found.standing], seenAt }) : 0;
  if (found.standing === null) await noteSeen(engine.db.prisma, { ids: [intent.id], accountId, seenAt });
  return { state: "found", isNew: changed > 0, differences: sent ? exporter.compare(sent, found) : [] };
}

/** Only a draft can be deleted; why anything else is not there, nobody but the vendor knows. */
async function noteAbsence(engine: SyncEngine, { connection, exporter, intent, documentId }: Question, seenAt: Date): Promise<DocumentAnswer> {
  const { accountId, id: connectionId } = connection;
  const known = await engine.db.prisma.exportedDocument.findUnique({ where: { intentId: intent.id, accountId }, select: { state: true } });
  if (known?.state === "deleted") return { state: "deleted" };
  if (exporter.documents === null || (known?.state ?? expectedState(intent)) !== "draft") return { state: "missing" };
  await noteDocuments(engine, { accountId, connectionId, standings: [deletedStanding(documentId)], seenAt });
  return { state: "deleted" };
}

import type { Exchange } from "@/lib/connectors/connector";
import type { Exporter } from "@/lib/connectors/exporter";
import type { Database } from "@/lib/db";
import type { AppError } from "@/lib/errors";
import type { ExportIntent, Prisma } from "@/lib/generated/prisma/client";
import { createLogEntry } from "@/lib/log/write-log";
import type { Askable } from "@/lib/look-up/askable-connection";
import type { DocumentAnswer } from "@/lib/look-up/document-answer";

export type AboutDocument = Askable & { exporter: Exporter; intent: ExportIntent; workOrder: { id: string; number: string }; askedBy: string; exchanges: readonly Exchange[] };

const subjectOf = ({ connection, connector, exporter, intent, workOrder, askedBy }: AboutDocument) => ({
  accountId: connection.accountId, connectionId: connection.id, workOrderId: workOrder.id,
  params: { vendor: connector.manifest.name, document: exporter.document, number: intent.documentNumber ?? intent.reference, workOrder: workOrder.number, person: askedBy },
});

/** What was asked and answered. What is not there any more is worth a look. */
export async function logDocumentAnswer({ prisma }: Database, about: AboutDocument, answer: DocumentAnswer): Promise<void> {
  const { params, ...subject } = subjectOf(about);
  await createLogEntry(prisma, {
    ...subject, level: answer.state === "found" ? "info" : "warning", operation: "export.looked-up", messageKey: "document.lookedUp", params: { ...params, state: outcomeOf(answer) },
    detail: { exchanges: about.exchanges },
  });
}

/** Key of the end of the entry's sentence. */
function outcomeOf(answer: DocumentAnswer): "same" | "new" | "differs" | "deleted" | "missing" {
  if (answer.state !== "found") return answer.state;
  if (answer.differences.length > 0) return "differs";
  return answer.isNew ? "new" : "same";
}

export async function logDocumentFailure(tx: Prisma.TransactionClient, about: AboutDocument, { code, params: errorParams, detail }: AppError): Promise<void> {
  const { params, ...subject } = subjectOf(about);
  await createLogEntry(tx, {
    ...subject, level: "warning", operation: "export.look-up-failed", messageKey: "document.lookUpFailed", params: { ...params, code }, detail: { exchanges: about.exchanges, error: { code, params: errorParams, detail } },
  });
}

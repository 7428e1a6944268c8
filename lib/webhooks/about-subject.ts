import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { WebhookSubject } from "@/lib/connectors/webhooks";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { WebhookConnection } from "@/lib/webhooks/webhook-connection";

type About = {
  /** For the sentence. */
  params: { kind: RecordKind | "document" | "unknown"; key: string };
  /** For filters and links. */
  place: { kind: RecordKind | null; recordKey: string | null; workOrderId: string | null };
};

/** How the log names what a delivery is about. `found`: what it turned out to be, where that is known. */
export async function aboutOf(tx: Prisma.TransactionClient, { accountId, id: connectionId }: WebhookConnection, subject: WebhookSubject, found: RecordKind | null): Promise<About> {
  switch (subject.type) {
    case "record": {
      const kind = found ?? subject.kind;
      return { params: { kind, key: subject.externalId }, place: { kind, recordKey: subject.externalId, workOrderId: null } };
    }
    case "document": {
      const { documentId } = subject;
      const intent = await tx.exportIntent.findFirst({ where: { accountId, connectionId, documentId }, orderBy: { requestedAt: "desc" }, select: { workOrderId: true, documentNumber: true } });
      return { params: { kind: "document", key: intent?.documentNumber ?? documentId }, place: { kind: null, recordKey: null, workOrderId: intent?.workOrderId ?? null } };
    }
    case "unknown":
      return { params: { kind: "unknown", key: "" }, place: { kind: null, recordKey: null, workOrderId: null } };
  }
}

import { connectors as registered } from "@/lib/connectors/registry";
import type { Connector } from "@/lib/connectors/connector";
import { answerOf } from "@/lib/export/answer";
import { countTries, triesKey } from "@/lib/export/count-tries";
import { isWaived, yieldingTo } from "@/lib/export/give-way";
import { choicesOf } from "@/lib/export/choices";
import { readConditions } from "@/lib/export/conditions";
import { viewDocument } from "@/lib/export/document-view";
import { listExportConnections } from "@/lib/export/export-connection";
import type { ExportStanding } from "@/lib/export/export-standing";
import { findNewestIntent } from "@/lib/export/newest-intent";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";

type Store = { prisma: Prisma.TransactionClient };
type Options = { connectors?: readonly Connector[]; now?: Date };

/**
 * How a work order stands with every bookkeeping of its account: why it is there or not, what has to hold and what can be done. From the
 * database alone; no vendor is asked.
 * @throws AppError work_order_not_found
 */
export async function readStandings(db: Store, { accountId, workOrderId }: { accountId: string; workOrderId: string }, { connectors = registered, now = new Date() }: Options = {}): Promise<ExportStanding[]> {
  const workOrder = await readWorkOrder(db, accountId, workOrderId);
  const find = (id: string) => connectors.find(({ manifest }) => manifest.id === id) ?? null;
  const connections = await listExportConnections(db, find, accountId, now);
  const licensed = new Set((await db.prisma.licence.findMany({ where: { accountId }, select: { vendor: true } })).map(({ vendor }) => vendor));
  const living = await db.prisma.exportIntent.findFirst({
    where: { accountId, workOrderId, state: { notIn: ["rejected", "dismissed"] } },
    select: { connectionId: true, state: true, sendingAt: true, documentNumber: true, connection: { select: { vendor: true } } },
  });
  const tries = await countTries(db, accountId, [workOrderId]);
  const standings: ExportStanding[] = [];
  for (const { manifest } of connectors.filter(({ exporter }) => exporter !== null)) {
    const connection = connections.find(({ vendor }) => vendor === manifest.id);
    if (connection) {
      const intent = await findNewestIntent(db.prisma, { accountId, connectionId: connection.id, workOrderId });
      const document = intent && (await db.prisma.exportedDocument.findUnique({ where: { intentId: intent.id, accountId } }));
      const isElsewhere = living && living.connectionId !== connection.id && !(isWaived(living) && yieldingTo(connection, connections).includes(living.connectionId));
      const elsewhere = isElsewhere ? { vendorName: find(living.connection.vendor)?.manifest.name ?? living.connection.vendor, number: living.documentNumber } : null;
      const answer = answerOf({ workOrder, connection, intent, document, elsewhere });
      const conditions = await readConditions(db, { workOrder, connection, intent });
      standings.push({ vendor: manifest.id, vendorName: manifest.name, connectionId: connection.id, answer, conditions, choices: choicesOf(answer, connection), tries: tries.get(triesKey({ workOrderId, connectionId: connection.id })) ?? 0, document: viewDocument(intent, document) });
    } else if (licensed.has(manifest.id)) {
      standings.push({ vendor: manifest.id, vendorName: manifest.name, connectionId: null, answer: { kind: "notConnected" }, conditions: [{ name: "connected", isMet: false, value: null }], choices: [], tries: 0, document: null });
    }
  }
  return standings;
}

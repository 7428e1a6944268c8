import { findConnector as findRegisteredConnector } from "@/lib/connectors/registry";
import type { ExportProblem } from "@/lib/connectors/export-problems";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import type { SalesDocument } from "@/lib/connectors/sales-document";
import { buildDocument } from "@/lib/export/document/build-document";
import { listExportConnections, type ExportConnection } from "@/lib/export/export-connection";
import { readCatalogue } from "@/lib/export/read-catalogue";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { FindConnector } from "@/lib/sync/engine";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

/** How a document is made while no vendor is connected: everything as worked and as entered. */
const plainOptions: ExportOptions = {
  isOn: false, triggerId: null, statusAfterId: null, startDate: null, roundingMinutes: 0, defaultWarehouse: null, hasWorkDescription: false, hasPeriodRemark: true, defaultVatRate: null,
  createsRelations: false, createsMaterials: false, lineSequence: "asEntered", referenceFormat: "workOrder",
};

/** Longest reference where no vendor limits it. */
const UNLIMITED = 200;

export type WorkOrderDocument = { document: SalesDocument; problems: readonly ExportProblem[]; roundingMinutes: number; vendorName: string | null };

/**
 * The lines and amounts of a work order under the settings of the bookkeeping it goes to, from the database alone: no vendor is asked.
 * Without a connection hours are as worked.
 * @throws AppError work_order_not_found
 */
export async function readDocument(db: { prisma: Prisma.TransactionClient }, { accountId, workOrderId }: { accountId: string; workOrderId: string }, findConnector: FindConnector = findRegisteredConnector): Promise<WorkOrderDocument> {
  const workOrder = await readWorkOrder(db, accountId, workOrderId);
  const connection = await findTarget(db, workOrder, accountId, findConnector);
  const options = connection?.options ?? plainOptions;
  const target = { vendorName: connection?.vendorName ?? "", referenceLength: connection?.exporter.referenceLength ?? UNLIMITED, reference: null };
  const { document, problems } = buildDocument(workOrder, options, await readCatalogue(db, accountId, workOrder), target);
  return { document, problems, roundingMinutes: options.roundingMinutes, vendorName: connection?.vendorName ?? null };
}

/** The bookkeeping a work order is in or on its way to, else the one that takes its work status, else the one that refused it last, else the first; null: there is none. */
async function findTarget(db: { prisma: Prisma.TransactionClient }, { id: workOrderId, workStatus }: WorkOrderDetail, accountId: string, findConnector: FindConnector): Promise<ExportConnection | null> {
  const connections = (await listExportConnections(db, findConnector, accountId, new Date())).filter(({ state }) => state !== "disconnected");
  const intents = await db.prisma.exportIntent.findMany({ where: { accountId, workOrderId }, orderBy: { requestedAt: "desc" }, select: { connectionId: true, state: true } });
  const living = intents.find(({ state }) => state !== "rejected" && state !== "dismissed");
  const connectionOf = (intent: (typeof intents)[number] | undefined) => connections.find(({ id }) => id === intent?.connectionId);
  return connectionOf(living) ?? connections.find(({ trigger }) => trigger?.id === workStatus?.id) ?? connectionOf(intents[0]) ?? connections[0] ?? null;
}

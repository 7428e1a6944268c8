import { z } from "zod";
import { findConnector } from "@/lib/connectors/registry";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * What an export forbids; a work order without one is free, because nothing of it is, or may be, at a vendor.
 * - `sending`: everything, because it is not certain yet what is booked
 * - `exported`: to change it unseen; this document of this revision is at the vendor
 */
export type ExportHold = { kind: "sending"; vendor: string } | { kind: "exported"; vendor: string; document: string; revision: number };

const intents = z.array(
  z.object({ workOrderId: z.uuid(), vendor: z.string(), isOpen: z.boolean(), document: z.string(), revision: z.number().int() }),
);

/**
 * The holds of work orders by their ids, those that are free left out. The caller holds the rows of the work orders: nothing
 * begins to be sent until its transaction ends.
 */
export async function readExportHolds(tx: Prisma.TransactionClient, accountId: string, workOrderIds: readonly string[]): Promise<ReadonlyMap<string, ExportHold>> {
  // A finished export that a newer revision has replaced is dismissed and keeps its document.
  const rows = await tx.$queryRaw`
    SELECT intent.work_order_id AS "workOrderId", vendor, intent.state IN ('sending', 'sent', 'uncertain', 'needs_review') AS "isOpen",
      coalesce(document_number, reference) AS document, revision
    FROM export_intent intent JOIN connection ON connection.id = intent.connection_id
    WHERE intent.account_id = ${accountId}::uuid AND intent.work_order_id = ANY(${[...workOrderIds]}::uuid[])
      AND (intent.state IN ('sending', 'sent', 'uncertain', 'needs_review', 'finished') OR document_number IS NOT NULL)
    ORDER BY "isOpen", revision`;
  const holds = new Map<string, ExportHold>();
  for (const { workOrderId, vendor: id, isOpen, document, revision } of intents.parse(rows)) {
    const vendor = findConnector(id)?.manifest.name ?? id;
    holds.set(workOrderId, isOpen ? { kind: "sending", vendor } : { kind: "exported", vendor, document, revision });
  }
  return holds;
}

/** The error with which a hold refuses; null: it refuses nothing. */
export function refusalOf(hold: ExportHold | undefined): AppError | null {
  if (!hold) return null;
  if (hold.kind === "sending") return new AppError("work_order_sending", { kind: "config", params: { vendor: hold.vendor } });
  return new AppError("work_order_exported", { kind: "config", params: { vendor: hold.vendor, document: hold.document } });
}

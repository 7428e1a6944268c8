import type { DecisionRequest } from "@/lib/export/decide-each";
import { dismissExports } from "@/lib/export/dismiss-exports";
import type { ExportEngine } from "@/lib/export/engine";
import { requestExport } from "@/lib/export/request-export";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

export const exportActs = ["exportAgain", "doNotSend"] as const;
export type ExportAct = (typeof exportActs)[number];

/**
 * What an act would do with one work order. `lookedUp`: something was sent under its reference before, so it is looked up at the vendor and sent
 * only if it is not there. A refusal says why nothing would happen.
 */
export type ForeseenExport = { id: string; number: string | null } & ({ becomes: "sent" | "lookedUp" | "kept" | "unchanged" } | { becomes: "refused"; refusal: Extract<BulkResult, { outcome: "refused" }> });

/**
 * Says beforehand what an act on many would do with each: it is done by the code that does it, and undone.
 * @throws AppError not_connected
 */
export async function foretellExports(engine: ExportEngine, { act, ...request }: Omit<DecisionRequest, "isTrial"> & { act: ExportAct }): Promise<ForeseenExport[]> {
  const results = act === "doNotSend" ? await dismissExports(engine, { ...request, isTrial: true }) : await requestExport(engine, { ...request, kind: "again", isTrial: true });
  const sentBefore = act === "doNotSend" ? new Set<string>() : await findSentBefore(engine.db, request);
  return results.map((result): ForeseenExport => {
    const { id, number, outcome } = result;
    if (outcome === "refused") return { id, number, becomes: "refused", refusal: result };
    if (outcome === "unchanged") return { id, number, becomes: "unchanged" };
    return { id, number, becomes: act === "doNotSend" ? "kept" : sentBefore.has(id) ? "lookedUp" : "sent" };
  });
}

/** Those of which something may stand at the vendor under the reference of their revision. */
async function findSentBefore({ prisma }: { prisma: Prisma.TransactionClient }, { accountId, connectionId, workOrderIds }: DecisionRequest): Promise<ReadonlySet<string>> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT work_order.id FROM export_intent intent JOIN work_order ON work_order.id = intent.work_order_id AND work_order.revision = intent.revision
    WHERE intent.account_id = ${accountId}::uuid AND intent.connection_id = ${connectionId}::uuid AND intent.work_order_id = ANY(${[...workOrderIds]}::uuid[]) AND intent.sending_at IS NOT NULL`;
  return new Set(rows.map(({ id }) => id));
}

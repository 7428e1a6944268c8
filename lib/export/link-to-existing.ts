import { decideEach, notPossible } from "@/lib/export/decide-each";
import type { ExportEngine } from "@/lib/export/engine";
import { toJson } from "@/lib/export/journal";
import { logFinished } from "@/lib/export/log-export";
import { tellExported } from "@/lib/export/settle-work-order";
import { readOutcome } from "@/lib/export/stored-outcome";
import { moveIntent } from "@/lib/export/transitions";
import { Prisma } from "@/lib/generated/prisma/client";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

type Link = { accountId: string; connectionId: string; workOrderId: string; documentId: string; actor: string };

/**
 * A person says that a document found at the vendor is this work order: it counts as exported. Nothing is sent.
 * @throws AppError not_connected
 */
export function linkToExisting(engine: ExportEngine, { workOrderId, documentId, ...request }: Link): Promise<BulkResult[]> {
  return decideEach(engine, { ...request, workOrderIds: [workOrderId] }, async ({ tx, connection, workOrder, intent, actor, now }) => {
    if (intent?.state === "finished" && intent.documentId === documentId) return "unchanged";
    const candidate = intent?.state === "needs_review" ? readOutcome(intent.problem).candidates.find(({ id }) => id === documentId) : undefined;
    if (!intent || !candidate) throw notPossible(connection, "other");
    const { number, url } = candidate;
    const { administration } = intent;
    const changes = { documentId, documentNumber: number, documentUrl: url, sentAt: intent.sentAt ?? now, waitsUntil: null, waitsFor: Prisma.DbNull };
    await moveIntent(tx, { intent, to: "sent", event: "person.linked", actor, detail: toJson({ candidate }), changes });
    const sent = { ...intent, state: "sent" as const, fence: intent.fence + 1 };
    await moveIntent(tx, { intent: sent, to: "finished", event: "export.finished", detail: { number, administration }, changes: { finishedAt: now } });
    await tellExported(tx, { connection, workOrderId: workOrder.id, at: now, actor }, { number, url, administration });
    await logFinished(tx, { connection, workOrder, at: now }, { number, administration });
    return "done";
  });
}

import { decideEach, notPossible } from "@/lib/export/decide-each";
import type { ExportEngine } from "@/lib/export/engine";
import { toJson } from "@/lib/export/journal";
import { readOutcome } from "@/lib/export/stored-outcome";
import { moveIntent } from "@/lib/export/transitions";
import { Prisma } from "@/lib/generated/prisma/client";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

type Again = { accountId: string; connectionId: string; workOrderId: string; actor: string };

/**
 * A person has looked at the vendor: what was found there is not this work order, and it is sent again. Those documents no longer count when it
 * is looked up; any other one still does, right before it is sent too.
 * @throws AppError not_connected
 */
export function sendAgain(engine: ExportEngine, { workOrderId, ...request }: Again): Promise<BulkResult[]> {
  return decideEach(engine, { ...request, workOrderIds: [workOrderId] }, async ({ tx, connection, intent, actor }) => {
    if (intent?.state === "pending") return "unchanged";
    if (intent?.state !== "needs_review") throw notPossible(connection, intent?.state === "finished" ? "done" : "other");
    const { candidates, overruled } = readOutcome(intent.problem);
    const seen = [...new Set([...overruled, ...candidates.map(({ id }) => id)])];
    const problem = toJson({ problems: [], candidates: [], overruled: seen });
    await moveIntent(tx, { intent, to: "pending", event: "person.asked-again", actor, detail: { overruled: seen }, changes: { problem, trigger: "manual", waitsUntil: null, waitsFor: Prisma.DbNull } });
    return "done";
  });
}

import { decideEach, notPossible } from "@/lib/export/decide-each";
import type { ExportEngine } from "@/lib/export/engine";
import { findConnectionObstacle } from "@/lib/export/eligible";
import { toJson } from "@/lib/export/journal";
import { findRefused, readFollowUps } from "@/lib/export/stored-follow-ups";
import { moveIntent } from "@/lib/export/transitions";
import { Prisma } from "@/lib/generated/prisma/client";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

type Again = { accountId: string; connectionId: string; workOrderId: string; actor: string };

/**
 * A person has what the vendor refused to do with a draft done once more, and what comes after it. No second document is made.
 * @throws AppError not_connected
 */
export function finishAgain(engine: ExportEngine, { workOrderId, ...request }: Again): Promise<BulkResult[]> {
  return decideEach(engine, { ...request, workOrderIds: [workOrderId] }, async ({ tx, connection, intent, actor, now }) => {
    if (intent?.state === "sent") return "unchanged";
    const before = readFollowUps(intent?.followUps);
    const refused = findRefused(before, connection.exporter);
    if (intent?.state !== "finished" || !refused) throw notPossible(connection, intent?.state === "finished" ? "done" : "other");
    const obstacle = findConnectionObstacle(connection);
    if (obstacle !== null && obstacle !== "noTrigger") throw notPossible(connection, obstacle);
    const isOnce = (id: typeof refused.id) => connection.exporter.followUps[id]?.repeat === "once";
    const followUps = before.map((one) => one.state === "skipped" || (one.state === "failed" && (one === refused || !isOnce(one.id))) ? { ...one, state: "due", tries: 0, at: now.toISOString(), error: null } : one);
    await moveIntent(tx, { intent, to: "sent", event: "person.asked-finish", actor, detail: toJson({ followUps: before }), changes: { followUps, waitsUntil: null, waitsFor: Prisma.DbNull } });
    return "done";
  });
}

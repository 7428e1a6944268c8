import { decideEach, notNow, notPossible, type DecisionRequest, type Scene } from "@/lib/export/decide-each";
import type { ExportEngine } from "@/lib/export/engine";
import { moveIntent } from "@/lib/export/transitions";
import { writeIntents } from "@/lib/export/write-intents";
import { findNewestIntent } from "@/lib/export/newest-intent";
import { Prisma } from "@/lib/generated/prisma/client";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

/**
 * Keeps work orders out of a vendor until somebody presses Export again. One whose outcome is being looked up stays: nobody can decide about
 * what is not known yet.
 * @throws AppError not_connected
 */
export function dismissExports(engine: ExportEngine, request: DecisionRequest): Promise<BulkResult[]> {
  return decideEach(engine, request, dismiss);
}

async function dismiss(scene: Scene): Promise<"done" | "unchanged"> {
  const { tx, connection, actor } = scene;
  const intent = scene.intent ?? (await writeDown(scene));
  if (!intent) throw notPossible(connection, "elsewhere");
  switch (intent.state) {
    case "dismissed":
      return "unchanged";
    case "finished":
    case "sending":
    case "sent":
    case "uncertain":
      throw await notNow(scene, intent);
    case "pending":
    case "rejected":
    case "needs_review":
      await moveIntent(tx, { intent, to: "dismissed", event: "person.dismissed", actor, detail: {}, changes: { waitsUntil: null, waitsFor: Prisma.DbNull, requestedBy: actor, finishedAt: scene.now } });
      return "done";
  }
}

/** What was never due is written down as an export too, so that it is known that it is not to be sent. */
async function writeDown({ tx, connection, workOrder, actor, now }: Scene) {
  await writeIntents(tx, connection, [workOrder], { trigger: "manual", requestedBy: actor, now });
  return findNewestIntent(tx, { accountId: connection.accountId, connectionId: connection.id, workOrderId: workOrder.id });
}

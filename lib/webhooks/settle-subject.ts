import { assertNever } from "@/lib/assert";
import type { Exchange } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { WebhookSubject } from "@/lib/connectors/webhooks";
import { Prisma } from "@/lib/generated/prisma/client";
import type { SyncEngine } from "@/lib/sync/engine";
import { aboutOf } from "@/lib/webhooks/about-subject";
import { logWebhook } from "@/lib/webhooks/log-webhook";
import type { Aftermath } from "@/lib/webhooks/settle-failure";
import type { Told } from "@/lib/webhooks/waiting-subjects";
import type { WebhookConnection } from "@/lib/webhooks/webhook-connection";

/**
 * - `processed`: what it told of is written; `kind`: what it turned out to be
 * - `switchedOff`: nothing of it is imported
 * - `withoutParent`: it does not say whose it is, and it is not known here; the next sync finds it
 */
type Result =
  | { outcome: "processed"; runId: string | null; changed: number; kind: RecordKind | null }
  | { outcome: "switchedOff" }
  | { outcome: "withoutParent" };

type End = { connection: WebhookConnection; subject: WebhookSubject; told: Told; exchanges: readonly Exchange[]; result: Result };

/** Is done with the deliveries about one thing, and says so in the log once for all of them. */
export async function settleSubject({ db, timing }: SyncEngine, { connection, subject, told, exchanges, result }: End): Promise<Aftermath> {
  const now = timing.now();
  const runId = result.outcome === "processed" ? result.runId : null;
  await db.prisma.$transaction(async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { accountId: connection.accountId, connectionId: connection.id, id: { in: told.ids }, state: "waiting" },
      data: { state: result.outcome === "switchedOff" ? "ignored" : "processed", processedAt: now, nextTryAt: null, runId, error: Prisma.DbNull },
    });
    // Another worker has been here.
    if (count === 0) return;
    const about = await aboutOf(tx, connection, subject, result.outcome === "processed" ? result.kind : null);
    const params = { ...about.params, event: told.latest.event, deliveries: told.ids.length };
    // What was written stands in the log as a run, and this below it.
    const entry = { ...about.place, at: now, runId, parentId: runId, exchanges, delivery: told.latest };
    switch (result.outcome) {
      case "processed":
        return logWebhook(tx, connection, { ...entry, level: result.changed > 0 ? "success" : "info", event: "webhook.processed", params: { ...params, changed: result.changed } });
      case "switchedOff":
        return logWebhook(tx, connection, { ...entry, level: "info", event: "webhook.switchedOff", params });
      case "withoutParent":
        return logWebhook(tx, connection, { ...entry, level: "info", event: "webhook.withoutParent", params });
      default:
        return assertNever(result);
    }
  });
  return { goesOn: true, until: null };
}

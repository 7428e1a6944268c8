import { assertNever } from "@/lib/assert";
import { claimRegistration } from "@/lib/webhooks/claim-registration";
import type { WebhookEngine } from "@/lib/webhooks/engine";
import { inspectWebhook } from "@/lib/webhooks/inspect-webhook";
import { registerWebhook } from "@/lib/webhooks/register-webhook";
import { removeWebhook } from "@/lib/webhooks/remove-webhook";
import { readWebhookConnection } from "@/lib/webhooks/webhook-connection";

/**
 * Does what is to be done about a connection's webhook at its vendor, if anything is: registers it, looks whether it still works, or removes it. What
 * fails for the moment is tried again later. May be ended at any moment and begun again.
 */
export async function settleRegistration(engine: WebhookEngine, connectionId: string): Promise<void> {
  const connection = await readWebhookConnection(engine, connectionId);
  if (!connection) return;
  const { db } = engine;
  const known = await db.prisma.webhookRegistration.findUnique({ where: { connectionId, accountId: connection.accountId }, select: { state: true } });
  // What stands at a vendor is taken away also where nothing else may be asked; the rest waits with the connection.
  if (!connection.isOpen && known?.state !== "removing") return;
  const claimed = await claimRegistration(engine, connectionId);
  if (!claimed) return;
  switch (claimed.state) {
    case "wanted":
    case "impossible":
      return registerWebhook(engine, connection, claimed);
    case "registered":
      return inspectWebhook(engine, connection, claimed);
    case "removing":
      return removeWebhook(engine, connection, claimed);
    case "removed":
      return;
    default:
      return assertNever(claimed.state);
  }
}

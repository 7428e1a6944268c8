import type { Exchange } from "@/lib/connectors/connector";
import { toAppError } from "@/lib/errors";
import { isForPerson } from "@/lib/export/postpone-export";
import { Prisma } from "@/lib/generated/prisma/client";
import { concludeRegistration, withRemovalLogin, type ClaimedRegistration } from "@/lib/webhooks/claim-registration";
import type { WebhookEngine } from "@/lib/webhooks/engine";
import { postponeRegistration } from "@/lib/webhooks/registration-end";
import { openWebhookContext, type WebhookConnection } from "@/lib/webhooks/webhook-connection";
import { webhookLabel } from "@/lib/webhooks/webhook-token";

/** About a month, by the delays between tries: nobody's login is kept for longer. */
const MOST_TRIES = 700;

const removed = { state: "removed", externalId: null, attempts: 0, nextTryAt: null, problem: Prisma.DbNull, removalLogin: Prisma.DbNull } as const;

/** Removes the webhook of a connection that was cut, with the login that was kept for it; afterwards that is gone too. A vendor that is away is asked again later. */
export async function removeWebhook(engine: WebhookEngine, connection: WebhookConnection, claimed: ClaimedRegistration): Promise<void> {
  const at = engine.timing.now();
  const exchanges: Exchange[] = [];
  const former = withRemovalLogin(connection, claimed);
  if (!former) {
    await concludeRegistration(engine, connection, claimed, { changes: removed });
    return;
  }
  try {
    await connection.webhooks.remove(openWebhookContext(engine, former, exchanges), { id: claimed.externalId, label: webhookLabel(connection.id) });
    await concludeRegistration(engine, connection, claimed, { changes: removed, entry: { level: "info", at, event: "webhook.removed", exchanges } });
  } catch (thrown) {
    const error = toAppError(thrown);
    // A login that is no longer accepted removes nothing, however often it is tried.
    if (isForPerson(error) || claimed.attempts >= MOST_TRIES) {
      await concludeRegistration(engine, connection, claimed, { changes: removed, entry: { level: "warning", at, event: "webhook.stays", remedy: "removeWebhook", error, exchanges } });
      return;
    }
    await postponeRegistration(engine, connection, claimed, { error, exchanges, event: "webhook.removalWaits" });
  }
}

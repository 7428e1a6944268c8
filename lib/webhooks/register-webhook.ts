import type { Exchange } from "@/lib/connectors/connector";
import { seal } from "@/lib/crypto/seal";
import { toAppError } from "@/lib/errors";
import { Prisma } from "@/lib/generated/prisma/client";
import { concludeRegistration, withRemovalLogin, type ClaimedRegistration } from "@/lib/webhooks/claim-registration";
import type { WebhookEngine } from "@/lib/webhooks/engine";
import { ownAddress, readWebhookSecret, sealContext } from "@/lib/webhooks/own-address";
import { AN_HOUR, nextInspection, postponeRegistration, succeeded } from "@/lib/webhooks/registration-end";
import { openWebhookContext, type WebhookConnection } from "@/lib/webhooks/webhook-connection";
import { digestOfWebhookToken, makeWebhookSecret, webhookLabel, webhookTokenOf } from "@/lib/webhooks/webhook-token";

/** Registers a connection's webhook at its vendor, unless the vendor cannot call this application from where it stands. */
export async function registerWebhook(engine: WebhookEngine, connection: WebhookConnection, claimed: ClaimedRegistration): Promise<void> {
  const now = engine.timing.now();
  const exchanges: Exchange[] = [];
  let held = claimed;
  try {
    await removeFormer(engine, connection, claimed);
    const kept = readWebhookSecret(engine, claimed);
    const secret = kept ?? makeWebhookSecret();
    const url = ownAddress(engine, connection.vendor, secret);
    if (!connection.webhooks.accepts(url)) {
      // One from before the application moved leads nowhere any more.
      if (claimed.externalId !== null) await connection.webhooks.remove(openWebhookContext(engine, connection, exchanges), { id: claimed.externalId, label: webhookLabel(connection.id) });
      const changes = { state: "impossible", externalId: null, attempts: 0, nextTryAt: new Date(now.getTime() + AN_HOUR), problem: Prisma.DbNull, removalLogin: Prisma.DbNull } as const;
      await concludeRegistration(engine, connection, claimed, { changes });
      return;
    }
    if (kept === null || claimed.state !== "wanted") {
      // Before the vendor knows the address, so that its first delivery finds the door open.
      const changes = { state: "wanted", tokenHash: digestOfWebhookToken(webhookTokenOf(secret)), secret: seal(secret, sealContext(claimed), engine.keyRing) } as const;
      if (!(await concludeRegistration(engine, connection, claimed, { changes }))) return;
    }
    held = { ...claimed, state: "wanted" };
    const { id } = await connection.webhooks.register(openWebhookContext(engine, connection, exchanges), { url, secret, label: webhookLabel(connection.id) });
    await concludeRegistration(engine, connection, held, {
      changes: { ...succeeded(engine), state: "registered", externalId: id, nextTryAt: nextInspection(engine), removalLogin: Prisma.DbNull },
      entry: { level: "success", at: engine.timing.now(), event: "webhook.registered", exchanges },
    });
  } catch (thrown) {
    await postponeRegistration(engine, connection, held, { error: toAppError(thrown), exchanges, event: "webhook.notRegistered" });
  }
}

/** Takes away what stands under a former login. One that is refused leads nowhere any more: there is nothing to be done. */
async function removeFormer(engine: WebhookEngine, connection: WebhookConnection, claimed: ClaimedRegistration): Promise<void> {
  const former = withRemovalLogin(connection, claimed);
  if (!former) return;
  try {
    await connection.webhooks.remove(openWebhookContext(engine, former, []), { id: claimed.externalId, label: webhookLabel(connection.id) });
  } catch (thrown) {
    if (toAppError(thrown).kind === "transient") throw thrown;
  }
}

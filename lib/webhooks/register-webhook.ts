import type { Exchange } from "@/lib/connectors/connector";
import { seal, unseal } from "@/lib/crypto/seal";
import { toAppError } from "@/lib/errors";
import { Prisma } from "@/lib/generated/prisma/client";
import { concludeRegistration, withRemovalLogin, type ClaimedRegistration } from "@/lib/webhooks/claim-registration";
import type { WebhookEngine } from "@/lib/webhooks/engine";
import { AN_HOUR, nextInspection, postponeRegistration, succeeded } from "@/lib/webhooks/registration-end";
import { openWebhookContext, type WebhookConnection } from "@/lib/webhooks/webhook-connection";
import { digestOfWebhookToken, makeWebhookSecret, webhookAddress, webhookLabel, webhookTokenOf } from "@/lib/webhooks/webhook-token";

/** Registers a connection's webhook at its vendor, unless the vendor cannot call this application from where it stands. */
export async function registerWebhook(engine: WebhookEngine, connection: WebhookConnection, claimed: ClaimedRegistration): Promise<void> {
  const now = engine.timing.now();
  const exchanges: Exchange[] = [];
  let held = claimed;
  try {
    await removeFormer(engine, connection, claimed);
    const kept = readSecret(engine, claimed);
    const secret = kept ?? makeWebhookSecret();
    const token = webhookTokenOf(secret);
    const url = webhookAddress(engine.appUrl, connection.vendor, token);
    if (!connection.webhooks.accepts(url)) {
      const changes = { state: "impossible", attempts: 0, nextTryAt: new Date(now.getTime() + AN_HOUR), problem: Prisma.DbNull, removalLogin: Prisma.DbNull } as const;
      await concludeRegistration(engine, connection, claimed, { changes });
      return;
    }
    if (kept === null || claimed.state !== "wanted") {
      // Before the vendor knows the address, so that its first delivery finds the door open.
      const changes = { state: "wanted", tokenHash: digestOfWebhookToken(token), secret: seal(secret, sealContext(claimed), engine.keyRing) } as const;
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

const sealContext = ({ accountId, connectionId }: ClaimedRegistration) => ({ accountId, connectionId, field: "webhook" });

/** The secret it was registered with; null when there is none, or it cannot be read any more. */
function readSecret({ keyRing }: WebhookEngine, claimed: ClaimedRegistration): string | null {
  // Without the digest the address is closed for good.
  if (claimed.secret === null || claimed.tokenHash === null) return null;
  try {
    return unseal(claimed.secret, sealContext(claimed), keyRing);
  } catch {
    return null;
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

import { assertNever } from "@/lib/assert";
import type { Exchange } from "@/lib/connectors/connector";
import type { WebhookStanding } from "@/lib/connectors/webhooks";
import { AppError, toAppError } from "@/lib/errors";
import { Prisma } from "@/lib/generated/prisma/client";
import { concludeRegistration, type ClaimedRegistration } from "@/lib/webhooks/claim-registration";
import type { WebhookEngine } from "@/lib/webhooks/engine";
import { ownAddress, readWebhookSecret } from "@/lib/webhooks/own-address";
import { registerWebhook } from "@/lib/webhooks/register-webhook";
import { AN_HOUR, nextInspection, postponeRegistration, succeeded, toProblem } from "@/lib/webhooks/registration-end";
import { openWebhookContext, type WebhookConnection } from "@/lib/webhooks/webhook-connection";

/**
 * Looks whether a webhook still stands at its vendor and is delivered well: one that is gone, or leads to where this application was before, is
 * registered again, one that fails is told of until it works.
 */
export async function inspectWebhook(engine: WebhookEngine, connection: WebhookConnection, claimed: ClaimedRegistration): Promise<void> {
  const exchanges: Exchange[] = [];
  const at = engine.timing.now();
  try {
    const context = openWebhookContext(engine, connection, exchanges);
    const secret = readWebhookSecret(engine, claimed);
    const { externalId } = claimed;
    const found = externalId === null || secret === null ? ({ state: "missing" } as const) : await connection.webhooks.inspect(context, { id: externalId, url: ownAddress(engine, connection.vendor, secret) });
    const standing = isOld(found, claimed) ? ({ state: "working" } as const) : found;
    switch (standing.state) {
      case "working": {
        const changes = { ...succeeded(engine), nextTryAt: nextInspection(engine) };
        const entry = claimed.problem === null ? null : ({ level: "success", at, event: "webhook.worksAgain", exchanges } as const);
        await concludeRegistration(engine, connection, claimed, { changes, entry });
        return;
      }
      case "failing": {
        const { status, answer } = standing;
        const error = new AppError("webhook_failing", { kind: "config", params: { vendor: connection.vendorName, status: status ?? 0 }, detail: { status, answer } });
        const changes = { attempts: 0, checkedAt: at, problem: toProblem(error), nextTryAt: new Date(at.getTime() + AN_HOUR) };
        // Said once, not at every look; the page shows it for as long as it is so.
        const entry = claimed.problem === null ? ({ level: "error", at, event: "webhook.failing", remedy: "registerAgain", error, exchanges } as const) : null;
        await concludeRegistration(engine, connection, claimed, { changes, entry });
        return;
      }
      case "inactive":
      case "elsewhere":
      case "missing": {
        const changes = { state: "wanted", attempts: 0, problem: Prisma.DbNull } as const;
        const entry = { level: "info", at, event: "webhook.repaired", params: { state: standing.state }, exchanges } as const;
        if (await concludeRegistration(engine, connection, claimed, { changes, entry })) await registerWebhook(engine, connection, { ...claimed, state: "wanted", attempts: 0, problem: null });
        return;
      }
      default:
        return assertNever(standing);
    }
  } catch (thrown) {
    // Only that it could not be asked; what is known of it stays, and syncs say that the vendor is away.
    await postponeRegistration(engine, connection, claimed, { error: toAppError(thrown), exchanges, event: null });
  }
}

/** Nothing has been delivered since all was well, or since it was registered again: the failure is an old one. */
function isOld(standing: WebhookStanding, { problem, checkedAt }: ClaimedRegistration): boolean {
  return standing.state === "failing" && problem === null && standing.lastResponseAt !== null && checkedAt !== null && standing.lastResponseAt < checkedAt;
}

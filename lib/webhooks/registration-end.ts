import type { Exchange } from "@/lib/connectors/connector";
import type { AppError } from "@/lib/errors";
import { delayOf, isForPerson, needPerson } from "@/lib/export/postpone-export";
import { Prisma } from "@/lib/generated/prisma/client";
import { logger } from "@/lib/logger";
import type { SyncEngine } from "@/lib/sync/engine";
import { concludeRegistration, type ClaimedRegistration } from "@/lib/webhooks/claim-registration";
import type { WebhookConnection } from "@/lib/webhooks/webhook-connection";

/** Milliseconds. */
export const AN_HOUR = 60 * 60_000;
const A_DAY = 24 * AN_HOUR;

/** A webhook that works is looked at once a day. */
export const nextInspection = ({ timing }: SyncEngine): Date => new Date(timing.now().getTime() + A_DAY);

/** The vendor has answered, and all is well. */
export const succeeded = ({ timing }: SyncEngine) => ({ attempts: 0, problem: Prisma.DbNull, checkedAt: timing.now() });

export const toProblem = ({ code, params }: Pick<AppError, "code" | "params">): Prisma.InputJsonObject => ({ code, params });

/** `event`: null where only looking failed. */
type Failed = { error: AppError; exchanges: readonly Exchange[]; event: `webhook.${string}` | null };

/** Something kept it from being done: it is tried again later, and the log says so the first time. What a person must settle, the connection waits for. */
export async function postponeRegistration(engine: SyncEngine, connection: WebhookConnection, claimed: ClaimedRegistration, { error, exchanges, event }: Failed): Promise<void> {
  const now = engine.timing.now();
  if (error.kind === "system") logger.error({ err: error.cause ?? error, code: error.code, connectionId: connection.id }, "A webhook could not be settled");
  if (isForPerson(error) && claimed.state !== "removing") await engine.db.prisma.$transaction((tx) => needPerson(tx, connection, error));
  const nextTryAt = new Date(now.getTime() + (error.retryAfterMs ?? delayOf(engine.timing.webhookRetryDelays, claimed.attempts)));
  await concludeRegistration(engine, connection, claimed, {
    changes: { attempts: claimed.attempts + 1, nextTryAt, ...(event ? { problem: toProblem(error) } : {}) },
    entry: event && claimed.problem === null && !isForPerson(error) ? { level: "warning", at: now, event, error, exchanges } : null,
  });
}

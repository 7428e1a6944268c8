import { z } from "zod";
import type { Exchange } from "@/lib/connectors/connector";
import type { WebhookSubject } from "@/lib/connectors/webhooks";
import type { AppError, ErrorCode } from "@/lib/errors";
import { delayOf, isForPerson, needPerson } from "@/lib/export/postpone-export";
import type { Prisma } from "@/lib/generated/prisma/client";
import { logger } from "@/lib/logger";
import type { SyncEngine } from "@/lib/sync/engine";
import { aboutOf } from "@/lib/webhooks/about-subject";
import { logWebhook } from "@/lib/webhooks/log-webhook";
import type { Told } from "@/lib/webhooks/waiting-subjects";
import type { WebhookConnection } from "@/lib/webhooks/webhook-connection";

/** `goesOn`: the next subject may be tried; else nothing of the connection before `until` (null: before something happens). */
export type Aftermath = { goesOn: boolean; until: Date | null };

type Failure = { connection: WebhookConnection; subject: WebhookSubject; told: Told; exchanges: readonly Exchange[]; error: AppError };

/** Nothing else can be fetched either, for the moment. */
const concernsAll: readonly ErrorCode[] = ["vendor_unreachable", "vendor_slow", "vendor_rate_limited"];
/** Tries of something that the vendor refuses, and of something over which it stumbles every time: about half a day. */
const MOST_TRIES = { refused: 5, stumbled: 20 } as const;

const answered = z.looseObject({ status: z.number() });

/** Whether the vendor itself is in trouble, and not what was asked. */
function isStumble({ code, detail }: AppError): boolean {
  const parsed = answered.safeParse(detail);
  return code === "vendor_error" && (!parsed.success || parsed.data.status >= 500 || parsed.data.status === 408);
}

/**
 * What told of something that could not be fetched keeps waiting. A vendor that is away is asked again later, however long it takes; what a person must
 * settle makes the connection wait for them; what cannot be had in several tries is given up, and a person may have it processed again.
 */
export async function settleFailure(engine: SyncEngine, failure: Failure): Promise<Aftermath> {
  const { connection, told, error } = failure;
  const { db, timing } = engine;
  if (error.kind === "system") logger.error({ err: error.cause ?? error, code: error.code, connectionId: connection.id }, "What a webhook told of could not be processed");
  if (isForPerson(error)) {
    await db.prisma.$transaction((tx) => needPerson(tx, connection, error));
    return { goesOn: false, until: null };
  }
  const tries = told.attempts + 1;
  const isForAll = concernsAll.includes(error.code);
  const isGivenUp = !isForAll && tries >= (isStumble(error) ? MOST_TRIES.stumbled : MOST_TRIES.refused);
  if (isGivenUp) {
    await giveUp(engine, failure);
    return { goesOn: true, until: null };
  }
  const until = new Date(timing.now().getTime() + (error.retryAfterMs ?? delayOf(timing.webhookRetryDelays, told.attempts)));
  const where = { accountId: connection.accountId, connectionId: connection.id, state: "waiting" } as const;
  await db.prisma.$transaction(async (tx) => {
    await tx.webhookDelivery.updateMany({ where: { ...where, id: { in: told.ids } }, data: { attempts: tries, nextTryAt: until, error: toJson(error) } });
    if (isForAll) await tx.webhookDelivery.updateMany({ where: { ...where, OR: [{ nextTryAt: null }, { nextTryAt: { lt: until } }] }, data: { nextTryAt: until } });
  });
  return isForAll ? { goesOn: false, until } : { goesOn: true, until: null };
}

async function giveUp({ db, timing }: SyncEngine, { connection, subject, told, exchanges, error }: Failure): Promise<void> {
  const now = timing.now();
  await db.prisma.$transaction(async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { accountId: connection.accountId, connectionId: connection.id, id: { in: told.ids }, state: "waiting" },
      data: { state: "failed", attempts: told.attempts + 1, nextTryAt: null, processedAt: now, error: toJson(error) },
    });
    if (count === 0) return;
    const { params, place } = await aboutOf(tx, connection, subject, null);
    await logWebhook(tx, connection, {
      ...place, at: now, level: "error", event: "webhook.failed", params: { ...params, event: told.latest.event, deliveries: told.ids.length }, remedy: "processAgain", error, exchanges, delivery: told.latest,
    });
  });
}

const toJson = ({ code, params }: AppError): Prisma.InputJsonObject => ({ code, params });

import type { KeyRing } from "@/lib/crypto/key-ring";
import { unseal } from "@/lib/crypto/seal";
import type { Database } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import type { FindConnector } from "@/lib/sync/engine";
import { logWebhook } from "@/lib/webhooks/log-webhook";
import { subjectKey } from "@/lib/webhooks/subject-key";
import { digestOfWebhookToken } from "@/lib/webhooks/webhook-token";

export type Delivery = { vendor: string; token: string; headers: Readonly<Record<string, string>>; body: string };

/**
 * - `stored`: kept. `isNews`: nobody is on the way yet to fetch what it tells of
 * - `unknown`: there is no such address here (any more)
 * - `forged`: it carries a signature, and that is wrong
 */
export type Reception = { outcome: "stored"; connectionId: string; isNews: boolean } | { outcome: "unknown" } | { outcome: "forged"; connectionId: string };

/** So much of a delivery is kept for people who look. */
const KEPT_BODY = 20_000;
const KEPT_EVENT = 100;
/** The log says once in so many milliseconds that forged deliveries come. */
const FORGED_SILENCE = 60 * 60_000;
/** Who was told so many milliseconds ago is on the way. */
const ON_THE_WAY = 10_000;

type Hall = { db: Database; keyRing: KeyRing; findConnector: FindConnector; now: Date };
type About = { id: string; accountId: string; vendorName: string };

/** Takes a delivery at the door: who it is for, whether it is genuine, what it is about. Stores it and does nothing else, so that the vendor has its answer at once. */
export async function receiveDelivery({ db, keyRing, findConnector, now }: Hall, { vendor, token, headers, body }: Delivery): Promise<Reception> {
  const registration = await db.prisma.webhookRegistration.findUnique({
    where: { tokenHash: digestOfWebhookToken(token) },
    select: { accountId: true, connectionId: true, secret: true, state: true, connection: { select: { vendor: true } } },
  });
  const connector = findConnector(vendor);
  const isOpen = registration?.state === "registered" || registration?.state === "wanted";
  if (!registration || !connector?.webhooks || !isOpen || registration.connection.vendor !== vendor || registration.secret === null) return { outcome: "unknown" };

  const { accountId, connectionId } = registration;
  const about: About = { id: connectionId, accountId, vendorName: connector.manifest.name };
  const secret = unseal(registration.secret, { accountId, connectionId, field: "webhook" }, keyRing);
  const { signature, event: said, subject } = connector.webhooks.readDelivery({ headers, body, secret });
  if (signature === "invalid") {
    await logForgery(db, about, now);
    return { outcome: "forged", connectionId };
  }
  // PostgreSQL keeps no NUL.
  const event = said.replaceAll("\0", "").slice(0, KEPT_EVENT);
  const isWaiting = subject.type !== "unknown";
  const { id } = await db.prisma.$transaction(async (tx) => {
    const stored = await tx.webhookDelivery.create({
      data: {
        accountId, connectionId, receivedAt: now, event, subject, subjectKey: subjectKey(subject), isSigned: signature === "valid",
        state: isWaiting ? "waiting" : "ignored", processedAt: isWaiting ? null : now, body: body.replaceAll("\0", "").slice(0, KEPT_BODY),
      },
      select: { id: true },
    });
    await tx.webhookRegistration.update({ where: { connectionId, accountId }, data: { lastDeliveryAt: now } });
    // One that was said not to work is looked at again.
    await tx.webhookRegistration.updateMany({ where: { connectionId, accountId, state: "registered", problem: { not: Prisma.DbNull }, nextTryAt: { gt: now } }, data: { nextTryAt: now } });
    if (!isWaiting) await logWebhook(tx, about, { level: "info", at: now, event: "webhook.ignored", params: { event: event === "" ? "?" : event } });
    return stored;
  });
  return { outcome: "stored", connectionId, isNews: isWaiting && !(await isSomebodyComing(db, { accountId, connectionId, id, now })) };
}

/**
 * Whether another delivery has just called for the job, which then finds this one too: it looks again until nothing is left. Asked after this one is
 * stored, so that none falls between two looks.
 */
async function isSomebodyComing(db: Database, { accountId, connectionId, id, now }: { accountId: string; connectionId: string; id: string; now: Date }): Promise<boolean> {
  const other = await db.prisma.webhookDelivery.findFirst({
    where: { accountId, connectionId, state: "waiting", nextTryAt: null, id: { not: id }, receivedAt: { lt: now, gte: new Date(now.getTime() - ON_THE_WAY) } },
    select: { id: true },
  });
  return other !== null;
}

async function logForgery(db: Database, about: About, now: Date): Promise<void> {
  await db.prisma.$transaction(async (tx: Prisma.TransactionClient) => {
    // Of many at once, one says so.
    await tx.$queryRaw`SELECT FROM webhook_registration WHERE connection_id = ${about.id}::uuid FOR UPDATE`;
    const known = await tx.logEntry.findFirst({
      where: { accountId: about.accountId, connectionId: about.id, operation: "webhook.forged", at: { gte: new Date(now.getTime() - FORGED_SILENCE) } },
      select: { id: true },
    });
    if (!known) await logWebhook(tx, about, { level: "warning", at: now, event: "webhook.forged", remedy: "registerAgain" });
  });
}

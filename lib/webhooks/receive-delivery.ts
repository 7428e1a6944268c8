import { findConnector as findRegisteredConnector } from "@/lib/connectors/registry";
import { unseal } from "@/lib/crypto/seal";
import type { KeyRing } from "@/lib/crypto/key-ring";
import type { Database } from "@/lib/db";
import type { FindConnector } from "@/lib/sync/engine";
import { subjectKey } from "@/lib/webhooks/subject-key";
import { digestOfWebhookToken } from "@/lib/webhooks/webhook-token";

export type Delivery = { vendor: string; token: string; headers: Readonly<Record<string, string>>; body: string };

/**
 * - `stored`: kept; when `isWaiting`, what it tells of is to be fetched
 * - `unknown`: there is no such address here (any more)
 * - `forged`: it carries a signature, and that is wrong
 */
export type Reception = { outcome: "stored"; connectionId: string; isWaiting: boolean } | { outcome: "unknown" } | { outcome: "forged"; connectionId: string };

/** So much of a delivery is kept for people who look. */
const KEPT_BODY = 20_000;

type Hall = { db: Database; keyRing: KeyRing; findConnector?: FindConnector; now: Date };

/** Takes a delivery at the door: who it is for, whether it is genuine, what it is about. Stores it and does nothing else, so that the vendor has its answer at once. */
export async function receiveDelivery({ db, keyRing, findConnector = findRegisteredConnector, now }: Hall, { vendor, token, headers, body }: Delivery): Promise<Reception> {
  const registration = await db.prisma.webhookRegistration.findUnique({
    where: { tokenHash: digestOfWebhookToken(token) },
    select: { accountId: true, connectionId: true, secret: true, state: true, connection: { select: { vendor: true } } },
  });
  const webhooks = findConnector(vendor)?.webhooks;
  const isOpen = registration?.state === "registered" || registration?.state === "wanted";
  if (!registration || !webhooks || !isOpen || registration.connection.vendor !== vendor || registration.secret === null) return { outcome: "unknown" };

  const { accountId, connectionId } = registration;
  const secret = unseal(registration.secret, { accountId, connectionId, field: "webhook" }, keyRing);
  const { signature, event, subject } = webhooks.readDelivery({ headers, body, secret });
  if (signature === "invalid") return { outcome: "forged", connectionId };
  const isWaiting = subject.type !== "unknown";
  await db.prisma.$transaction([
    db.prisma.webhookDelivery.create({
      data: {
        accountId, connectionId, receivedAt: now, event: event.slice(0, 100), subject, subjectKey: subjectKey(subject), isSigned: signature === "valid",
        state: isWaiting ? "waiting" : "ignored", processedAt: isWaiting ? null : now, body: body.slice(0, KEPT_BODY),
      },
    }),
    db.prisma.webhookRegistration.update({ where: { connectionId, accountId }, data: { lastDeliveryAt: now } }),
  ]);
  return { outcome: "stored", connectionId, isWaiting };
}

import { z } from "zod";
import { storedLogin, storedSecrets } from "@/lib/connections/stored-forms";
import { Prisma, type WebhookRegistration } from "@/lib/generated/prisma/client";
import type { SyncEngine } from "@/lib/sync/engine";
import { logWebhook } from "@/lib/webhooks/log-webhook";
import type { WebhookConnection } from "@/lib/webhooks/webhook-connection";

/** Nobody else works on a registration for so many milliseconds; a lost worker's is taken over then. */
const LEASE = 3 * 60_000;

/** A registration somebody works on: what they find out is written only while it is still the one they took. */
export type ClaimedRegistration = Omit<WebhookRegistration, "nextTryAt"> & { heldUntil: Date };

/** Takes a connection's registration when something is to be done about it now; null otherwise, also when another worker is at it. */
export async function claimRegistration({ db, timing }: SyncEngine, connectionId: string): Promise<ClaimedRegistration | null> {
  const now = timing.now();
  const registration = await db.prisma.webhookRegistration.findUnique({ where: { connectionId } });
  if (!registration?.nextTryAt || registration.nextTryAt > now) return null;
  const heldUntil = new Date(now.getTime() + LEASE);
  const { count } = await db.prisma.webhookRegistration.updateMany({
    where: { connectionId, accountId: registration.accountId, state: registration.state, nextTryAt: registration.nextTryAt },
    data: { nextTryAt: heldUntil },
  });
  return count === 1 ? { ...registration, heldUntil } : null;
}

type Entry = Parameters<typeof logWebhook>[2];
type End = { changes: Prisma.WebhookRegistrationUpdateManyMutationInput; entry?: Entry | null };

/** Writes what became of it, with an entry of the log; nothing when a person wanted something else meanwhile. Out: whether it was written. */
export async function concludeRegistration({ db }: SyncEngine, connection: WebhookConnection, { heldUntil, state }: ClaimedRegistration, { changes, entry }: End): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.webhookRegistration.updateMany({ where: { connectionId: connection.id, accountId: connection.accountId, state, nextTryAt: heldUntil }, data: changes });
    if (count === 1 && entry) await logWebhook(tx, connection, entry);
    return count === 1;
  });
}

const removalForm = z.object({ login: storedLogin, secrets: storedSecrets });

/** The connection with the login that was kept for a removal; null where none is. */
export function withRemovalLogin(connection: WebhookConnection, { removalLogin }: Pick<WebhookRegistration, "removalLogin">): WebhookConnection | null {
  const kept = removalForm.safeParse(removalLogin);
  return kept.success ? { ...connection, ...kept.data } : null;
}

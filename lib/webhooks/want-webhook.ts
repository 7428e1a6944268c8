import { storedLogin, storedSecrets } from "@/lib/connections/stored-forms";
import type { Connector } from "@/lib/connectors/connector";
import { Prisma } from "@/lib/generated/prisma/client";

/** A login as it is stored: the secrets are ciphertexts. */
type StoredLogin = { login: unknown; secrets: unknown };

type Wanting = { accountId: string; connectionId: string; connector: Connector; now: Date; /** The login until now, where another one takes its place. */ former?: StoredLogin | null };

/**
 * Asks for the webhook of a connection that was made or given new credentials, in the transaction that does so; the job registers it, or finds
 * that the vendor cannot reach this application. With another login the vendor may mean another company: what stands in the former one goes first.
 */
export async function wantWebhook(tx: Prisma.TransactionClient, { accountId, connectionId, connector, now, former }: Wanting): Promise<void> {
  if (connector.webhooks === null) return;
  const wanted = { state: "wanted", attempts: 0, nextTryAt: now, problem: Prisma.DbNull } as const;
  await tx.webhookRegistration.upsert({
    where: { connectionId, accountId },
    create: { connectionId, accountId, ...wanted },
    // A removal that has not been done yet is done first.
    update: { ...wanted, ...(former && hasSecrets(former) ? { removalLogin: toRemovalLogin(former) } : {}) },
  });
}

type Unwanting = { accountId: string; connectionId: string; now: Date };

/** Asks for the removal of a connection's webhook, in the transaction that takes its credentials away; until it is done they are kept for that, encrypted as they were. */
export async function unwantWebhook(tx: Prisma.TransactionClient, { accountId, connectionId, now }: Unwanting): Promise<void> {
  const registration = await tx.webhookRegistration.findUnique({ where: { connectionId, accountId }, select: { state: true } });
  if (!registration || registration.state === "removed") return;
  const stored = await tx.connection.findUniqueOrThrow({ where: { id: connectionId, accountId }, select: { login: true, secrets: true } });
  const closed = { tokenHash: null, secret: null, attempts: 0, problem: Prisma.DbNull } as const;
  // Also where no id is known: the answer to a registration may have been lost.
  const isThere = registration.state !== "impossible" && hasSecrets(stored);
  await tx.webhookRegistration.update({
    where: { connectionId, accountId },
    data: isThere ? { ...closed, state: "removing", nextTryAt: now, removalLogin: toRemovalLogin(stored) } : { ...closed, state: "removed", nextTryAt: null, removalLogin: Prisma.DbNull },
  });
}

const hasSecrets = ({ secrets }: StoredLogin) => typeof secrets === "object" && secrets !== null && Object.keys(secrets).length > 0;

const toRemovalLogin = ({ login, secrets }: StoredLogin): Prisma.InputJsonObject => ({ login: storedLogin.parse(login), secrets: storedSecrets.parse(secrets) });

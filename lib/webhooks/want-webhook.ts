import type { Connector } from "@/lib/connectors/connector";
import { Prisma } from "@/lib/generated/prisma/client";
import { webhookAddress } from "@/lib/webhooks/webhook-token";

type Wanting = { accountId: string; connectionId: string; connector: Connector; appUrl: string; now: Date };

/**
 * Asks for the webhook of a connection that was made or given new credentials, in the transaction that does so; the job registers it. Where the
 * vendor cannot reach this application none is asked for: changes come with the syncs.
 */
export async function wantWebhook(tx: Prisma.TransactionClient, { accountId, connectionId, connector, appUrl, now }: Wanting): Promise<void> {
  if (connector.webhooks === null) return;
  const isReachable = connector.webhooks.accepts(webhookAddress(appUrl, connector.manifest.id, "probe"));
  const wanted = {
    state: isReachable ? ("wanted" as const) : ("impossible" as const),
    attempts: 0,
    nextTryAt: isReachable ? now : null,
    problem: Prisma.DbNull,
    removalLogin: Prisma.DbNull,
  };
  await tx.webhookRegistration.upsert({ where: { connectionId, accountId }, create: { connectionId, accountId, ...wanted }, update: wanted });
}

type Unwanting = { accountId: string; connectionId: string; now: Date };

/** Asks for the removal of a connection's webhook, in the transaction that takes its credentials away; until it is done they are kept for that, encrypted as they were. */
export async function unwantWebhook(tx: Prisma.TransactionClient, { accountId, connectionId, now }: Unwanting): Promise<void> {
  const registration = await tx.webhookRegistration.findUnique({ where: { connectionId, accountId }, select: { externalId: true, state: true } });
  if (!registration) return;
  const { login, secrets } = await tx.connection.findUniqueOrThrow({ where: { id: connectionId, accountId }, select: { login: true, secrets: true } });
  const closed = { tokenHash: null, secret: null, attempts: 0, problem: Prisma.DbNull } as const;
  if (registration.state === "impossible") {
    await tx.webhookRegistration.update({ where: { connectionId, accountId }, data: { ...closed, state: "removed", nextTryAt: null } });
    return;
  }
  // Also where no id is known: the answer to a registration may have been lost.
  await tx.webhookRegistration.update({
    where: { connectionId, accountId },
    data: { ...closed, state: "removing", nextTryAt: now, removalLogin: { login: login ?? {}, secrets: secrets ?? {} } },
  });
}

import { z } from "zod";
import type { KeyRing } from "@/lib/crypto/key-ring";
import { seal, sealingKeyId, unseal, type SealContext } from "@/lib/crypto/seal";
import type { Database } from "@/lib/db";
import { signingSecretContext } from "@/lib/notices/webhook/signing-secret";

export type Rotation = {
  /** Connections looked at. */
  connections: number;
  /** Secrets that were encrypted again with the first key. */
  rotated: number;
  /** Secrets that already used it. */
  current: number;
  /** Secrets that could not be read; they stay as they are. `connectionId` of a receiver of notices: the receiver's. */
  failed: { connectionId: string; field: string; problem: string }[];
};

const secretsForm = z.record(z.string(), z.string());
const removalForm = z.object({ login: secretsForm, secrets: secretsForm });

/**
 * Encrypts all connections' secrets, those of their webhooks and those that notices are signed with, with the ring's first key. Each connection is a transaction of its own and secrets that
 * use the key already are left alone, so it can be cut off and run again at any time, beside the running application.
 */
export async function rotateSecrets(db: Database, keyRing: KeyRing, { batch = 100 }: { batch?: number } = {}): Promise<Rotation> {
  const total: Rotation = { connections: 0, rotated: 0, current: 0, failed: [] };
  let after: string | null = null;
  for (;;) {
    const ids: { id: string }[] = await db.prisma.connection.findMany({
      select: { id: true },
      where: after === null ? {} : { id: { gt: after } },
      orderBy: { id: "asc" },
      take: batch,
    });
    for (const { id } of ids) await rotateConnection(db, keyRing, id, total);
    after = ids.at(-1)?.id ?? null;
    if (after === null) break;
  }
  for (const { id } of await db.prisma.noticeReceiver.findMany({ select: { id: true }, where: { secret: { not: null } } })) await rotateReceiver(db, keyRing, id, total);
  return total;
}

async function rotateReceiver(db: Database, keyRing: KeyRing, id: string, total: Rotation): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ accountId: string; secret: string | null }[]>`SELECT account_id AS "accountId", secret FROM notice_receiver WHERE id = ${id}::uuid FOR UPDATE`;
    if (!row || row.secret === null) return;
    const context = signingSecretContext({ id, accountId: row.accountId });
    const renewed = renewFields({ [context.field]: row.secret }, context, keyRing, total);
    if (renewed) await tx.noticeReceiver.update({ where: { id, accountId: row.accountId }, data: { secret: renewed[context.field] ?? row.secret } });
  });
}

async function rotateConnection(db: Database, keyRing: KeyRing, connectionId: string, total: Rotation): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    // Held until the end, so that a login saved at this moment is not overwritten with the old one.
    const [row] = await tx.$queryRaw<{ accountId: string; secrets: unknown }[]>`
      SELECT account_id AS "accountId", secrets FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`;
    if (!row) return;
    total.connections += 1;
    const { accountId } = row;
    const renewAll = (fields: Record<string, string>) => renewFields(fields, { accountId, connectionId }, keyRing, total);
    const secrets = renewAll(secretsForm.parse(row.secrets));
    if (secrets) await tx.connection.update({ where: { id: connectionId, accountId }, data: { secrets } });

    const [webhook] = await tx.$queryRaw<{ secret: string | null; removalLogin: unknown }[]>`
      SELECT secret, removal_login AS "removalLogin" FROM webhook_registration WHERE connection_id = ${connectionId}::uuid FOR UPDATE`;
    const own = webhook?.secret ? renewAll({ webhook: webhook.secret }) : null;
    // The login of a connection that was cut, kept until its webhook is removed.
    const kept = removalForm.safeParse(webhook?.removalLogin);
    const removal = kept.success ? renewAll(kept.data.secrets) : null;
    if (!own && !removal) return;
    await tx.webhookRegistration.update({
      where: { connectionId, accountId },
      data: { ...(own ? { secret: own["webhook"] ?? null } : {}), ...(removal && kept.success ? { removalLogin: { login: kept.data.login, secrets: removal } } : {}) },
    });
  });
}

/** The fields with those encrypted again that another key had encrypted; null when there are none. */
function renewFields(secrets: Record<string, string>, owner: Omit<SealContext, "field">, keyRing: KeyRing, total: Rotation): Record<string, string> | null {
  const renewed: Record<string, string> = {};
  for (const [field, sealed] of Object.entries(secrets)) {
    const context = { ...owner, field };
    const result = renew(sealed, context, keyRing);
    if (result.outcome === "rotated") renewed[field] = result.sealed;
    if (result.outcome === "failed") total.failed.push({ connectionId: owner.connectionId, field, problem: result.problem });
    else total[result.outcome] += 1;
  }
  return Object.keys(renewed).length === 0 ? null : { ...secrets, ...renewed };
}

type Renewal = { outcome: "rotated"; sealed: string } | { outcome: "current" } | { outcome: "failed"; problem: string };

function renew(sealed: string, context: SealContext, keyRing: KeyRing): Renewal {
  if (sealingKeyId(sealed) === keyRing.current.id) return { outcome: "current" };
  try {
    return { outcome: "rotated", sealed: seal(unseal(sealed, context, keyRing), context, keyRing) };
  } catch (error) {
    return { outcome: "failed", problem: error instanceof Error ? error.message : String(error) };
  }
}

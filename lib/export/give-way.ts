import type { ExportConnection } from "@/lib/export/export-connection";
import { moveIntent } from "@/lib/export/transitions";
import { Prisma } from "@/lib/generated/prisma/client";
import type { ExportIntent } from "@/lib/generated/prisma/client";

/**
 * The connections of an account whose exports that were never sent give way when a work order is due for this one: they no longer take what
 * carries this one's work status, or take nothing at all.
 */
export function yieldingTo({ id, trigger }: ExportConnection, connections: readonly ExportConnection[]): string[] {
  return connections.filter((other) => other.id !== id && (other.state === "disconnected" || !other.options.isOn || other.trigger?.id !== trigger?.id)).map((other) => other.id);
}

/** Nothing of it can stand at its vendor. */
export function isWaived({ state, sendingAt }: Pick<ExportIntent, "state" | "sendingAt">): boolean {
  return state === "pending" && sendingAt === null;
}

/** SQL: the same of a row `intent` of one of these connections. */
export function givesWay(connectionIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(intent.state = 'pending' AND intent.sending_at IS NULL AND intent.connection_id = ANY(${[...connectionIds]}::uuid[]))`;
}

type Yielded = { accountId: string; workOrderIds: readonly string[]; connectionIds: readonly string[] };

/**
 * Withdraws what gives way, for work orders that the caller has locked and makes due elsewhere in the same transaction. Whoever prepares one of
 * them loses it before a byte of its document leaves.
 */
export async function withdrawYielding(tx: Prisma.TransactionClient, { accountId, workOrderIds, connectionIds }: Yielded): Promise<void> {
  if (workOrderIds.length === 0 || connectionIds.length === 0) return;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM export_intent intent WHERE account_id = ${accountId}::uuid AND work_order_id = ANY(${[...workOrderIds]}::uuid[]) AND ${givesWay(connectionIds)}
    ORDER BY id FOR UPDATE`;
  const intents = await tx.exportIntent.findMany({ where: { accountId, id: { in: rows.map(({ id }) => id) } } });
  const changes = { leaseUntil: null, worker: null, waitsUntil: null, waitsFor: Prisma.DbNull, problem: Prisma.DbNull };
  for (const intent of intents) await moveIntent(tx, { intent, to: "rejected", event: "intent.withdrawn", detail: { reason: "elsewhere" }, changes });
}

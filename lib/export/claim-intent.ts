import { findConnectionObstacle } from "@/lib/export/eligible";
import type { ExportEngine } from "@/lib/export/engine";
import { readExportConnection, type ExportConnection } from "@/lib/export/export-connection";
import { Prisma } from "@/lib/generated/prisma/client";
import type { ExportIntent } from "@/lib/generated/prisma/client";

/**
 * - `worked`: something was done; there may be more
 * - `idle`: nothing is under way
 * - `waits`: something is, and nothing can be done about it before `until` (none: before a person has done something)
 */
export type ExportAdvance = { state: "worked" } | { state: "idle" } | { state: "waits"; until?: Date };

export type Claim = { state: "claimed"; intent: ExportIntent; connection: ExportConnection } | Exclude<ExportAdvance, { state: "worked" }>;

/**
 * Takes the next intent of a connection with a lease and a higher fencing number: what is unsettled before what is new, then what people asked
 * for, what was completed and what the schedule found, the oldest first, and last what is settled and looked at once more. Nobody else's while a lease of the connection lasts.
 */
export async function claimIntent(engine: ExportEngine, { connectionId, worker }: { connectionId: string; worker: string }): Promise<Claim> {
  const now = engine.timing.now();
  return engine.db.prisma.$transaction(async (tx): Promise<Claim> => {
    const connection = await readExportConnection({ prisma: tx }, engine.findConnector, connectionId, now, true);
    if (!connection) return { state: "idle" };
    const states = workableStates(connection);
    const [next] = await tx.$queryRaw<{ heldUntil: Date | null; id: string | null }[]>`
      SELECT held.until AS "heldUntil", candidate.id FROM (SELECT max(lease_until) AS until FROM export_intent WHERE connection_id = ${connectionId}::uuid AND lease_until > ${now}) held
      LEFT JOIN LATERAL (
        SELECT id FROM export_intent WHERE held.until IS NULL AND connection_id = ${connectionId}::uuid
          AND ((${states} AND (waits_until IS NULL OR waits_until <= ${now})) OR (${isLateLook} AND ${connection.state} = 'connected' AND late_look_at <= ${now}))
        ORDER BY ${isLateLook}, state = 'pending', trigger = 'schedule', trigger = 'completion', requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
      ) candidate ON true`;
    if (next?.heldUntil) return { state: "waits", until: next.heldUntil };
    if (!next?.id) return nextMoment(tx, connectionId, states);
    const intent = await tx.exportIntent.update({
      where: { id: next.id, accountId: connection.accountId },
      data: { fence: { increment: 1 }, worker, leaseUntil: new Date(now.getTime() + engine.timing.exportLease) },
    });
    return { state: "claimed", intent, connection };
  });
}

/**
 * SQL: the states in which something can be done now. What is booked is told to the work order whatever became of the connection; what is
 * unsettled can be looked up while the login works, whether or not anything new may be sent.
 */
function workableStates(connection: ExportConnection): Prisma.Sql {
  if (findConnectionObstacle(connection) === null) return Prisma.sql`state IN ('pending', 'sending', 'sent', 'uncertain')`;
  if (connection.state === "connected") return Prisma.sql`state IN ('sending', 'sent', 'uncertain')`;
  return Prisma.sql`(state = 'sent' AND document_number IS NOT NULL AND ${hasNothingOpen})`;
}

/** SQL: nothing is left to be done with its document. */
export const hasNothingOpen = Prisma.sql`NOT (coalesce(follow_ups, '[]') @> '[{"state": "due"}]' OR coalesce(follow_ups, '[]') @> '[{"state": "begun"}]')`;
/** SQL: it is settled, and what came late at the vendor is still to be looked for. */
export const isLateLook = Prisma.sql`(late_look_at IS NOT NULL AND export_intent.state IN ('finished', 'rejected', 'dismissed'))`;

async function nextMoment(tx: Prisma.TransactionClient, connectionId: string, states: Prisma.Sql): Promise<Claim> {
  const [open] = await tx.$queryRaw<{ count: number; until: Date | null }[]>`
    SELECT count(*)::int AS count, least(min(waits_until) FILTER (WHERE ${states}), min(late_look_at) FILTER (WHERE ${isLateLook})) AS until FROM export_intent
    WHERE connection_id = ${connectionId}::uuid AND (state IN ('pending', 'sending', 'sent', 'uncertain') OR ${isLateLook})`;
  if (!open || open.count === 0) return { state: "idle" };
  return open.until === null ? { state: "waits" } : { state: "waits", until: open.until };
}

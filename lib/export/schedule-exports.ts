import { hasNothingOpen, isLateLook } from "@/lib/export/claim-intent";
import type { ExportEngine } from "@/lib/export/engine";
import { findConnectionObstacle } from "@/lib/export/eligible";
import { readExportConnection } from "@/lib/export/export-connection";
import { makeDueAll } from "@/lib/export/make-due";
import { nextSlot } from "@/lib/sync/schedule";

/**
 * Makes due what the automatic exports take now, every quarter of an hour in each connection's own place, and moves those connections to their
 * next slot. Out: the connections in which something became due.
 */
export async function requestDueExports(engine: ExportEngine): Promise<string[]> {
  const { db, timing } = engine;
  const now = timing.now();
  const connections = await db.prisma.connection.findMany({
    where: { state: "connected", OR: [{ nextExportAt: null }, { nextExportAt: { lte: now } }] },
    select: { id: true, accountId: true, nextExportAt: true },
  });
  const requested: string[] = [];
  for (const { id, accountId, nextExportAt } of connections) {
    const connection = await readExportConnection(db, engine.findConnector, id, now);
    if (!connection || findConnectionObstacle(connection) !== null) continue;
    // The slot moves first: a sweep that is cut off is made up for by the next one.
    await db.prisma.connection.updateMany({ where: { id, accountId }, data: { nextExportAt: nextSlot(id, now, timing.syncIntervalMinutes) } });
    if (nextExportAt === null) continue;
    if ((await makeDueAll(engine, { connectionId: id, trigger: "schedule", requestedBy: null })).length > 0) requested.push(id);
  }
  return requested;
}

/** Connections with an export that can go on now and that nobody works on: it waited until now, or its worker was lost, or nobody was told of it. */
export async function findWaitingExports({ db, timing }: ExportEngine): Promise<string[]> {
  const now = timing.now();
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT export_intent.connection_id AS id FROM export_intent JOIN connection ON connection.id = export_intent.connection_id
    WHERE ((export_intent.state IN ('pending', 'sending', 'sent', 'uncertain') AND (export_intent.waits_until IS NULL OR export_intent.waits_until <= ${now})
        AND (connection.state = 'connected' OR (export_intent.state = 'sent' AND document_number IS NOT NULL AND ${hasNothingOpen})))
      OR (${isLateLook} AND connection.state = 'connected' AND late_look_at <= ${now}))
      AND NOT EXISTS (SELECT FROM export_intent held WHERE held.connection_id = export_intent.connection_id AND held.lease_until > ${now})`;
  return rows.map(({ id }) => id);
}

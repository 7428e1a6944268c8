import { findConnector as findRegisteredConnector } from "@/lib/connectors/registry";
import { dueWorkOrders, findConnectionObstacle, type SweepRule } from "@/lib/export/eligible";
import { withdrawYielding, yieldingTo } from "@/lib/export/give-way";
import { listExportConnections, readExportConnection, type ExportConnection } from "@/lib/export/export-connection";
import type { ExportEngine } from "@/lib/export/engine";
import { writeIntents, type DueWorkOrder } from "@/lib/export/write-intents";
import { Prisma } from "@/lib/generated/prisma/client";
import type { ExportTrigger } from "@/lib/generated/prisma/enums";
import type { FindConnector } from "@/lib/sync/engine";

/** Work orders that are made due in one transaction. */
const BATCH = 500;

type OneRequest = { accountId: string; workOrderId: string; trigger: ExportTrigger; requestedBy: string | null; now?: Date };

/**
 * Makes one work order due when, and only when, it is eligible for a connection of its account: the intent and its reference are written in
 * the transaction of what made it so. Out: the intent and the connection to announce; null when it does not go out.
 */
export async function makeDue(tx: Prisma.TransactionClient, { accountId, workOrderId, trigger, requestedBy, now = new Date() }: OneRequest, findConnector: FindConnector = findRegisteredConnector): Promise<{ intentId: string; connectionId: string } | null> {
  const connections = await listExportConnections({ prisma: tx }, findConnector, accountId, now);
  for (const connection of connections) {
    const rule = sweepRule(connection, connections);
    if (!rule || findConnectionObstacle(connection) !== null) continue;
    const workOrders = await lockDue(tx, Prisma.sql`${dueWorkOrders(rule)} AND work_order.id = ${workOrderId}::uuid`, 1);
    await withdrawYielding(tx, { accountId, workOrderIds: workOrders.map(({ id }) => id), connectionIds: rule.yielding });
    const intentId = (await writeIntents(tx, connection, workOrders, { trigger, requestedBy, now })).get(workOrderId);
    if (intentId !== undefined) return { intentId, connectionId: connection.id };
  }
  return null;
}

type SweepRequest = { connectionId: string; trigger: ExportTrigger; requestedBy: string | null };

/** Makes every work order due that is eligible for a connection. Out: the new intents. */
export async function makeDueAll(engine: ExportEngine, { connectionId, trigger, requestedBy }: SweepRequest): Promise<string[]> {
  const made: string[] = [];
  for (;;) {
    const batch = await engine.db.prisma.$transaction(async (tx) => {
      const now = engine.timing.now();
      const connection = await readExportConnection({ prisma: tx }, engine.findConnector, connectionId, now);
      if (!connection || findConnectionObstacle(connection) !== null) return [];
      const rule = sweepRule(connection, await listExportConnections({ prisma: tx }, engine.findConnector, connection.accountId, now));
      if (!rule) return [];
      const workOrders = await lockDue(tx, dueWorkOrders(rule), BATCH);
      await withdrawYielding(tx, { accountId: connection.accountId, workOrderIds: workOrders.map(({ id }) => id), connectionIds: rule.yielding });
      return [...(await writeIntents(tx, connection, workOrders, { trigger, requestedBy, now })).values()];
    });
    made.push(...batch);
    if (batch.length < BATCH) return made;
  }
}

/** The rule of a connection under its settings and those of the account's others; null: it has no work status that sends. */
export function sweepRule(connection: ExportConnection, all: readonly ExportConnection[]): SweepRule | null {
  const { id, accountId, timeZone, trigger, options } = connection;
  return trigger && { id, accountId, timeZone, triggerId: trigger.id, startDate: options.startDate, yielding: yieldingTo(connection, all) };
}

/** The eligible ones, oldest completed first, locked so that they stay so; those that are being edited come with the next sweep. */
function lockDue(tx: Prisma.TransactionClient, condition: Prisma.Sql, most: number): Promise<DueWorkOrder[]> {
  return tx.$queryRaw<DueWorkOrder[]>`
    SELECT id, number, revision, project_number AS "projectNumber", external_project_number AS "externalProjectNumber" FROM work_order
    WHERE ${condition} ORDER BY completed_at, number LIMIT ${most} FOR NO KEY UPDATE SKIP LOCKED`;
}

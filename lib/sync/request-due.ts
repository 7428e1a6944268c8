import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import type { SyncEngine } from "@/lib/sync/engine";
import { isNightlyDue } from "@/lib/sync/nightly-slot";
import { requestRun } from "@/lib/sync/request-run";
import { dueConnections, nextSlot, type DueConnection } from "@/lib/sync/schedule";

/** Asks for the automatic syncs that are due and moves each connection to its next slot. Out: the connections asked for. */
export async function requestDueSyncs(engine: SyncEngine): Promise<string[]> {
  const requested: string[] = [];
  for (const connection of await dueConnections(engine.db, engine.timing)) {
    if (await requestDueSync(engine, connection)) requested.push(connection.id);
  }
  return requested;
}

async function requestDueSync({ db, timing, findConnector }: SyncEngine, connection: DueConnection): Promise<boolean> {
  const now = timing.now();
  const isNightly = isNightlyDue(connection, now);
  const isRequested = await requestRun(
    db,
    { accountId: connection.accountId, connectionId: connection.id, trigger: isNightly ? "nightly" : "automatic", requestedBy: null },
    findConnector,
  ).then(
    () => true,
    (error: unknown) => {
      // Nothing is switched on, or the licence ended this very moment: there is simply nothing to do.
      if (!(error instanceof AppError) || error.kind !== "config") throw error;
      logger.debug({ connectionId: connection.id, code: error.code }, "A due sync was not asked for");
      return false;
    },
  );
  // The slot moves on even while a run is still going, so that a long one does not pile up others behind it.
  await db.pool.query(
    `UPDATE connection SET next_sync_at = $3, due_since = CASE WHEN $4 THEN coalesce(due_since, next_sync_at) ELSE due_since END,
       last_nightly_at = CASE WHEN $5 THEN $6 ELSE last_nightly_at END
     WHERE account_id = $1 AND id = $2`,
    [connection.accountId, connection.id, nextSlot(connection.id, now, timing.syncIntervalMinutes), isRequested, isRequested && isNightly, now],
  );
  return isRequested;
}

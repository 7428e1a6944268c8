import { createHash } from "node:crypto";
import type { Database } from "@/lib/db";
import { licenceIsUsable } from "@/lib/sync/licensed";
import type { Timing } from "@/lib/timing";

const MINUTE = 60_000;

/** A number that is always the same for a connection, and spread evenly over all connections. */
export function spreadNumber(connectionId: string): number {
  return createHash("sha256").update(connectionId).digest().readUInt32BE(0);
}

/**
 * The first moment after `after` at which the automatic sync of a connection is due. The moments lie `intervalMinutes`
 * apart; each connection has its own place within the interval, so that not all are due in the same second.
 */
export function nextSlot(connectionId: string, after: Date, intervalMinutes: number): Date {
  const interval = intervalMinutes * MINUTE;
  const place = spreadNumber(connectionId) % interval;
  return new Date((Math.floor((after.getTime() - place) / interval) + 1) * interval + place);
}

export type DueConnection = { id: string; accountId: string; nextSyncAt: Date; timeZone: string; lastNightlyAt: Date };

/**
 * Connections whose automatic sync is due: connected, with a usable licence and not paused. Those that have no slot yet
 * are given one first, and what is no longer expected is no longer counted as outstanding.
 */
export async function dueConnections(db: Database, timing: Timing): Promise<DueConnection[]> {
  const now = timing.now();
  await db.pool.query("UPDATE connection SET due_since = NULL WHERE due_since IS NOT NULL AND (state <> 'connected' OR paused_at IS NOT NULL)");
  const { rows: unplaced } = await db.pool.query<{ id: string }>("SELECT id FROM connection WHERE state = 'connected' AND next_sync_at IS NULL");
  for (const { id } of unplaced) {
    await db.pool.query("UPDATE connection SET next_sync_at = $2 WHERE id = $1 AND next_sync_at IS NULL", [id, nextSlot(id, now, timing.syncIntervalMinutes)]);
  }
  const { rows } = await db.pool.query<DueConnection>(
    `SELECT connection.id, connection.account_id AS "accountId", connection.next_sync_at AS "nextSyncAt", account.time_zone AS "timeZone",
       coalesce(connection.last_nightly_at, connection.credentials_set_at, connection.created_at) AS "lastNightlyAt"
     FROM connection JOIN account ON account.id = connection.account_id
       JOIN licence ON licence.account_id = connection.account_id AND licence.vendor = connection.vendor
     WHERE connection.state = 'connected' AND connection.paused_at IS NULL AND connection.next_sync_at <= $1 AND ${licenceIsUsable("$1")}
     ORDER BY connection.next_sync_at`,
    [now],
  );
  return rows;
}

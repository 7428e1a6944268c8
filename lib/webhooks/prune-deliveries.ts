import type { Database } from "@/lib/db";

const DAY = 24 * 60 * 60_000;
/** What was delivered is kept for so long; failed ones without their body for as long as the log keeps errors, so that they can be processed again. */
const KEPT_DAYS = 30;
const KEPT_DAYS_OF_FAILED = 90;
const BATCH = 5000;

/** Deletes deliveries whose time is up, and what they said. In batches, so that nobody waits. Out: how many were deleted. */
export async function pruneDeliveries(db: Database, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  const isPast = "(received_at < $2 OR (received_at < $1 AND state <> 'failed'))";
  const moments = [before(KEPT_DAYS), before(KEPT_DAYS_OF_FAILED)];
  await db.pool.query("UPDATE webhook_delivery SET body = '' WHERE received_at < $1 AND state = 'failed' AND body <> ''", [before(KEPT_DAYS)]);
  for (let total = 0; ; ) {
    const { rowCount } = await db.pool.query(`DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery WHERE ${isPast} LIMIT ${BATCH})`, moments);
    total += rowCount ?? 0;
    if (!rowCount || rowCount < BATCH) return total;
  }
}

import type { Database } from "@/lib/db";
import { daysBefore, inBatches } from "@/lib/retention/in-batches";

/** What was delivered is kept for so long; failed ones without their body for as long as the log keeps errors, so that they can be processed again. */
const KEPT_DAYS = 30;
const KEPT_DAYS_OF_FAILED = 90;
const BATCH = 2_000;

/** Deletes deliveries whose time is up, and what the failed ones said. In batches, so that nobody waits. Out: how many were deleted. */
export async function pruneDeliveries(db: Database, now: Date): Promise<number> {
  const moments = [daysBefore(now, KEPT_DAYS), daysBefore(now, KEPT_DAYS_OF_FAILED)];
  const some = (where: string) => `(SELECT id FROM webhook_delivery WHERE ${where} ORDER BY received_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`;
  const deleted = await inBatches(db, async (client) => {
    const { rowCount } = await client.query(`DELETE FROM webhook_delivery WHERE id IN ${some("received_at < $1 AND (state <> 'failed' OR received_at < $2)")}`, moments);
    return rowCount || null;
  });
  await inBatches(db, async (client) => {
    const { rowCount } = await client.query(`UPDATE webhook_delivery SET body = '' WHERE id IN ${some("received_at < $1 AND state = 'failed' AND body <> ''")}`, moments.slice(0, 1));
    return rowCount || null;
  });
  return deleted;
}

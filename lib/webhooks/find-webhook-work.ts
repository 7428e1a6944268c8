import type { SyncEngine } from "@/lib/sync/engine";
import { licenceIsUsable } from "@/lib/sync/licensed";
import { inTransaction } from "@/lib/transaction";

/** Connections whose webhook is to be registered, looked at or removed now. */
export async function findDueRegistrations({ db, timing, findConnector }: SyncEngine): Promise<string[]> {
  const now = timing.now();
  const vendors = await db.prisma.connection.findMany({ distinct: ["vendor"], select: { vendor: true } });
  const telling = vendors.map(({ vendor }) => vendor).filter((vendor) => findConnector(vendor)?.webhooks);
  return inTransaction(db, async (client) => {
    // Connections that were made before there were webhooks.
    await client.query(
      `INSERT INTO webhook_registration (connection_id, account_id, state, next_try_at)
       SELECT id, account_id, 'wanted', $2 FROM connection WHERE state = 'connected' AND vendor = ANY($1) ON CONFLICT DO NOTHING`,
      [telling, now],
    );
    const { rows } = await client.query<{ id: string }>(
      `SELECT connection.id FROM webhook_registration registration JOIN connection ON connection.id = registration.connection_id
       WHERE registration.next_try_at <= $1 AND vendor = ANY($2) AND (registration.state = 'removing' OR (registration.state <> 'removed' AND connection.state = 'connected'
         AND EXISTS (SELECT FROM licence WHERE licence.account_id = connection.account_id AND licence.vendor = connection.vendor AND ${licenceIsUsable("$1")})))`,
      [now, telling],
    );
    return rows.map(({ id }) => id);
  });
}

/** Connections with deliveries that can be processed now: they waited until now, or the job was not told of them, or was lost. */
export async function findWaitingDeliveries({ db, timing }: SyncEngine): Promise<string[]> {
  const now = timing.now();
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT id FROM connection WHERE state = 'connected' AND paused_at IS NULL
       AND EXISTS (SELECT FROM webhook_delivery WHERE connection_id = connection.id AND webhook_delivery.state = 'waiting' AND (next_try_at IS NULL OR next_try_at <= $1))
       AND EXISTS (SELECT FROM licence WHERE licence.account_id = connection.account_id AND licence.vendor = connection.vendor AND ${licenceIsUsable("$1")})`,
    [now],
  );
  return rows.map(({ id }) => id);
}

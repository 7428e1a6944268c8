import { lockConnection } from "@/lib/connections/lock-connection";
import { requireConnector } from "@/lib/connections/require-connector";
import { AppError } from "@/lib/errors";
import type { SyncEngine } from "@/lib/sync/engine";
import { wantWebhook } from "@/lib/webhooks/want-webhook";

/**
 * A person asks for a connection's webhook to be registered anew. Out: the connection, for the job.
 * @throws AppError record_not_found, not_connected
 */
export async function registerAgain({ db, timing, findConnector }: SyncEngine, { accountId, vendor }: { accountId: string; vendor: string }): Promise<{ connectionId: string }> {
  const connector = requireConnector(findConnector, vendor);
  const connectionId = await db.prisma.$transaction(async (tx) => {
    const { id, state } = await lockConnection(tx, { accountId, vendor });
    if (state !== "connected") throw new AppError("not_connected", { kind: "config", params: { vendor: connector.manifest.name } });
    await wantWebhook(tx, { accountId, connectionId: id, connector, now: timing.now() });
    return id;
  });
  return { connectionId };
}

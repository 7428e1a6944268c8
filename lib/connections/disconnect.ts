import { cancelActiveRuns } from "@/lib/connections/cancel-active-runs";
import { lockConnection } from "@/lib/connections/lock-connection";
import { recordEvent } from "@/lib/connections/record-event";
import { requireConnector } from "@/lib/connections/require-connector";
import { Prisma } from "@/lib/generated/prisma/client";
import type { SyncEngine } from "@/lib/sync/engine";
import type { Actor } from "@/lib/users/actor";
import { unwantWebhook } from "@/lib/webhooks/want-webhook";

export type Disconnected = { connectionId: string; cancelledRunIds: string[] };

/**
 * Removes the credentials and stops all syncs. Records, settings, history and where the last sync stopped stay, so that
 * connecting again goes on from there.
 * @throws AppError record_not_found, not_connected when there has never been a connection
 */
export async function disconnect(engine: SyncEngine, { actor, vendor }: { actor: Actor; vendor: string }): Promise<Disconnected> {
  const { manifest } = requireConnector(engine.findConnector, vendor);
  const connectionId = await engine.db.prisma.$transaction(async (tx) => {
    const { id, state } = await lockConnection(tx, { accountId: actor.accountId, vendor });
    if (state === "disconnected") return id;
    // Before its credentials go.
    await unwantWebhook(tx, { accountId: actor.accountId, connectionId: id, now: engine.timing.now() });
    await tx.connection.update({
      where: { id, accountId: actor.accountId },
      data: { state: "disconnected", stateReason: null, secrets: {}, credentialsSetAt: null, credentialsSetBy: null, person: Prisma.DbNull, nextSyncAt: null, nextExportAt: null, dueSince: null },
    });
    await recordEvent(tx, { actor, connectionId: id, vendor, vendorName: manifest.name, event: "connection.disconnected", level: "info" });
    return id;
  });
  return { connectionId, cancelledRunIds: await cancelActiveRuns(engine.db, { accountId: actor.accountId, connectionId }) };
}

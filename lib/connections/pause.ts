import { lockConnection } from "@/lib/connections/lock-connection";
import { recordEvent } from "@/lib/connections/record-event";
import { requireConnector } from "@/lib/connections/require-connector";
import { AppError } from "@/lib/errors";
import type { SyncEngine } from "@/lib/sync/engine";
import { nextSlot } from "@/lib/sync/schedule";
import type { Actor } from "@/lib/users/actor";

type Request = { actor: Actor; vendor: string };

/**
 * Stops the automatic sync until somebody resumes it; syncing by hand stays possible.
 * @throws AppError record_not_found, not_connected
 */
export async function pause(engine: SyncEngine, request: Request): Promise<void> {
  await setPaused(engine, request, true);
}

/**
 * Starts the automatic sync again, from the next slot on.
 * @throws AppError record_not_found, not_connected
 */
export async function resume(engine: SyncEngine, request: Request): Promise<void> {
  await setPaused(engine, request, false);
}

async function setPaused(engine: SyncEngine, { actor, vendor }: Request, isPaused: boolean): Promise<void> {
  const { manifest } = requireConnector(engine.findConnector, vendor);
  const now = engine.timing.now();
  await engine.db.prisma.$transaction(async (tx) => {
    const { id, state, pausedAt } = await lockConnection(tx, { accountId: actor.accountId, vendor });
    if (state === "disconnected") throw new AppError("not_connected", { kind: "config", params: { vendor: manifest.name } });
    if ((pausedAt !== null) === isPaused) return;
    await tx.connection.update({
      where: { id, accountId: actor.accountId },
      data: isPaused ? { pausedAt: now } : { pausedAt: null, dueSince: null, nextSyncAt: nextSlot(id, now, engine.timing.syncIntervalMinutes) },
    });
    await recordEvent(tx, { actor, connectionId: id, vendor, vendorName: manifest.name, event: isPaused ? "connection.paused" : "connection.resumed", level: "info" });
  });
}

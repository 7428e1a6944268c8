import { inngest } from "@/inngest/client";
import { syncCancelled, syncRequested } from "@/inngest/events";
import { logger } from "@/lib/logger";

/**
 * Tells the job engine that a sync waits. A failure is logged and harmless: the schedule finds waiting runs within a minute.
 */
export async function announceSync(connectionId: string): Promise<void> {
  await inngest.send(syncRequested.create({ connectionId })).catch((error: unknown) => {
    logger.warn({ error, connectionId }, "The job engine could not be told of a sync; the schedule will find it");
  });
}

/** Tells the job engine that a run was cancelled. A failure is harmless: the run's worker sees it in the database. */
export async function announceCancel(runId: string, connectionId: string): Promise<void> {
  await inngest.send(syncCancelled.create({ runId, connectionId })).catch((error: unknown) => {
    logger.warn({ error, runId }, "The job engine could not be told of a cancelled sync; its worker will see it");
  });
}

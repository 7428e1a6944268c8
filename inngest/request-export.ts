import { inngest } from "@/inngest/client";
import { exportRequested } from "@/inngest/events";
import { logger } from "@/lib/logger";

/** Tells the job engine that exports of a connection wait. A failure is logged and harmless: the schedule finds them within a minute. */
export async function announceExport(connectionId: string): Promise<void> {
  await inngest.send(exportRequested.create({ connectionId })).catch((error: unknown) => {
    logger.warn({ error, connectionId }, "The job engine could not be told of an export; the schedule will find it");
  });
}

import { z } from "zod";
import { AppError } from "@/lib/errors";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Database } from "@/lib/db";

const loggedDelivery = z.looseObject({ delivery: z.looseObject({ id: z.uuid() }) });

/**
 * What an entry of the log says a vendor told of is fetched and written once more. Out: the connection, for the job, and what it is about.
 * @throws AppError record_not_found for an entry of another account, one that is about no delivery, or one whose delivery is gone
 */
export async function processAgain(db: Database, { accountId, entryId }: { accountId: string; entryId: string }): Promise<{ connectionId: string; vendor: string; event: string }> {
  const entry = await db.prisma.logEntry.findUnique({ where: { id: entryId, accountId }, select: { detail: true } });
  const parsed = loggedDelivery.safeParse(entry?.detail);
  const delivery = parsed.success
    ? await db.prisma.webhookDelivery.findUnique({ where: { id: parsed.data.delivery.id, accountId }, select: { id: true, event: true, connectionId: true, connection: { select: { vendor: true } } } })
    : null;
  if (!delivery) throw new AppError("record_not_found", { kind: "config" });
  const { id, event, connectionId, connection } = delivery;
  await db.prisma.webhookDelivery.updateMany({
    where: { id, accountId, state: { in: ["processed", "ignored", "failed"] } },
    data: { state: "waiting", attempts: 0, nextTryAt: null, processedAt: null, runId: null, error: Prisma.DbNull },
  });
  return { connectionId, vendor: connection.vendor, event };
}

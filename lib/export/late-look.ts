import type { HeldIntent } from "@/lib/export/held-intent";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * When the vendor is asked once more for what may have come late: once its outcome was open, nobody knows how long a request was still on its
 * way. Null: it never was, or the vendor lets nothing be removed.
 */
export async function findLateLook(tx: Prisma.TransactionClient, { connection, intent, engine }: HeldIntent): Promise<Date | null> {
  if (connection.exporter.discard === null) return null;
  // What the vendor refused was open only until it had been looked up.
  const [row] = await tx.$queryRaw<{ wasOpen: boolean }[]>`
    SELECT EXISTS (SELECT FROM export_journal entry JOIN export_intent one ON one.id = entry.intent_id
      WHERE one.account_id = ${intent.accountId}::uuid AND one.connection_id = ${intent.connectionId}::uuid AND one.reference = ${intent.reference}
        AND entry.detail->>'to' = 'uncertain' AND entry.detail->>'outcome' IS DISTINCT FROM 'refused') AS "wasOpen"`;
  return row?.wasOpen ? new Date(engine.timing.now().getTime() + engine.timing.exportQuietWithoutTicket) : null;
}

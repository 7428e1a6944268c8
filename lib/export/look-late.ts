import { toAppError } from "@/lib/errors";
import { discardDuplicates } from "@/lib/export/discard-duplicates";
import { findDocuments, isDraft } from "@/lib/export/find-documents";
import type { HeldIntent } from "@/lib/export/held-intent";
import { logDuplicate } from "@/lib/export/log-export";
import { delayOf } from "@/lib/export/postpone-export";
import { findSent } from "@/lib/export/read-sent";
import { Interruption } from "@/lib/sync/interruption";
import { logger } from "@/lib/logger";

/**
 * A request whose answer was lost may have come to its end long after everything was settled: drafts that it left are removed. A final document
 * beside ours is told to people, who alone may touch it. An export of the same work order that is under way looks for itself.
 */
export async function lookLate(held: HeldIntent): Promise<void> {
  try {
    await removeStrays(held);
  } catch (thrown) {
    if (thrown instanceof Interruption) throw thrown;
    logger.warn({ err: thrown, code: toAppError(thrown).code, intentId: held.intent.id }, "What may have come late could not be looked for; it is tried again");
    return setLateLook(held, new Date(held.now().getTime() + delayOf(held.engine.timing.exportRetryDelays, Number.MAX_SAFE_INTEGER)));
  }
}

async function removeStrays(held: HeldIntent): Promise<void> {
  const { intent, connection, engine } = held;
  const prepared = await findSent(held);
  const reference = { accountId: intent.accountId, connectionId: intent.connectionId, reference: intent.reference };
  const living = await engine.db.prisma.exportIntent.findFirst({ where: { ...reference, state: { notIn: ["rejected", "dismissed"] } }, select: { state: true, documentId: true } });
  if (prepared && (living === null || living.state === "finished")) {
    const kept = living?.documentId ?? intent.documentId;
    const context = held.openContext(intent.administration);
    const found = await findDocuments(held, context);
    await discardDuplicates(held, context, { found, prepared, kept });
    const others = found.filter((document) => document.id !== kept && !isDraft(document) && connection.exporter.compare(prepared, document).length === 0);
    await held.write(async (tx) => {
      const workOrder = await tx.workOrder.findUniqueOrThrow({ where: { id: intent.workOrderId, accountId: connection.accountId }, select: { id: true, number: true } });
      for (const { number } of others) await logDuplicate(tx, { connection, workOrder, at: held.now(), exchanges: held.exchanges }, { number, isDiscarded: false });
    });
  }
  return setLateLook(held, null);
}

function setLateLook(held: HeldIntent, lateLookAt: Date | null): Promise<void> {
  const { id, fence } = held.intent;
  return held.write(async (tx) => {
    await tx.exportIntent.updateMany({ where: { id, fence }, data: { lateLookAt } });
  });
}

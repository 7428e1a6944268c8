import { assertNever } from "@/lib/assert";
import { toAppError } from "@/lib/errors";
import { claimIntent, type ExportAdvance } from "@/lib/export/claim-intent";
import { giveNumbers } from "@/lib/export/conclude-creation";
import { rejectExport, withdrawExport } from "@/lib/export/conclude-export";
import { resumeSent } from "@/lib/export/continue-sent";
import { createMissing } from "@/lib/export/create-missing";
import { findWorkOrderObstacle } from "@/lib/export/eligible";
import type { ExportEngine } from "@/lib/export/engine";
import { HeldIntent } from "@/lib/export/held-intent";
import { findDocuments } from "@/lib/export/find-documents";
import { judgeFound } from "@/lib/export/judge-found";
import { lookLate } from "@/lib/export/look-late";
import { postponeExport } from "@/lib/export/postpone-export";
import { askVendor, prepareExport } from "@/lib/export/prepare-export";
import { sendDocument } from "@/lib/export/send-document";
import { loseWorker, settleUncertain } from "@/lib/export/settle-uncertain";
import { Interruption } from "@/lib/sync/interruption";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";

/**
 * Takes the next work order of a connection that goes out and brings it as far as it goes now. Safe to repeat, to kill anywhere and to run
 * twice at once: what was sent is never sent again before the vendor was asked for it.
 * @param worker name of who asks, for the record
 */
export async function exportNext(engine: ExportEngine, request: { connectionId: string; worker: string }): Promise<ExportAdvance> {
  const claim = await claimIntent(engine, request);
  if (claim.state !== "claimed") return claim;
  const held = new HeldIntent(engine, claim.connection, claim.intent);
  try {
    await advance(held).catch(async (thrown: unknown) => {
      if (thrown instanceof Interruption) throw thrown;
      // Whatever stopped it: from here nobody knows more than the intent's state says.
      if (held.intent.state === "pending" || held.intent.state === "sending" || held.intent.state === "uncertain" || held.intent.state === "sent") await postponeExport(held, toAppError(thrown));
      else throw thrown;
    });
  } catch (thrown) {
    if (!(thrown instanceof Interruption)) throw thrown;
  } finally {
    await held.release();
  }
  return { state: "worked" };
}

async function advance(held: HeldIntent): Promise<void> {
  const { intent } = held;
  switch (intent.state) {
    case "pending":
      return startExport(held);
    case "sending":
      await loseWorker(held);
      return settleUncertain(held);
    case "uncertain":
      return settleUncertain(held);
    case "sent":
      return resumeSent(held);
    case "finished":
    case "rejected":
    case "dismissed":
      return intent.lateLookAt === null ? undefined : lookLate(held);
    case "needs_review":
      return;
    default:
      return assertNever(intent.state);
  }
}

/** Checks, creates what is missing, looks up what an earlier try may have left, and sends. */
async function startExport(held: HeldIntent): Promise<void> {
  const { connection, engine, intent } = held;
  const workOrder = await readWorkOrder(engine.db, connection.accountId, intent.workOrderId);
  const facts = { ...workOrder, completedAt: workOrder.completedAt === null ? null : new Date(workOrder.completedAt) };
  const obstacle = workOrder.revision === intent.revision ? findWorkOrderObstacle(facts, connection) : "revision";
  if (obstacle !== null) return withdrawExport(held, obstacle);

  const context = held.openContext(connection.administration ?? "");
  const sending = await prepareExport(engine.db, connection, { workOrder, reference: intent.reference, ...askVendor(connection.exporter, context) });
  if (sending.problems.length > 0) return rejectExport(held, sending.problems);
  if (await giveNumbers(held, sending.matched.relations)) return;
  const [missing] = sending.toCreate;
  if (missing) return createMissing({ held, context, missing });

  if (await mayStandThere(held)) {
    const found = await findDocuments(held, context);
    if (found.length > 0) return judgeFound(held, context, { prepared: sending.prepared, found });
  }
  return sendDocument(held, context, { ...sending, workOrder });
}

/** Whether anything was ever sent under this reference. */
async function mayStandThere({ engine, intent }: HeldIntent): Promise<boolean> {
  if (intent.sendingAt !== null) return true;
  const earlier = await engine.db.prisma.exportIntent.findFirst({
    where: { connectionId: intent.connectionId, reference: intent.reference, id: { not: intent.id }, sendingAt: { not: null } },
    select: { id: true },
  });
  return earlier !== null;
}

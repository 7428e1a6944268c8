import { createHash } from "node:crypto";
import { assertNever } from "@/lib/assert";
import type { VendorContext } from "@/lib/connectors/connector";
import type { Prepared, SendOutcome } from "@/lib/connectors/exporter";
import { findConnectionObstacle, findWorkOrderObstacle } from "@/lib/export/eligible";
import { readExportConnection } from "@/lib/export/export-connection";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson } from "@/lib/export/journal";
import { keptExchanges, logWaiting } from "@/lib/export/log-export";
import { delayOf, postponeExport } from "@/lib/export/postpone-export";
import type { PreparedExport } from "@/lib/export/prepare-export";
import { continueSent } from "@/lib/export/continue-sent";
import { settleRefusal } from "@/lib/export/settle-uncertain";
import { planFollowUps } from "@/lib/export/stored-follow-ups";
import { Prisma } from "@/lib/generated/prisma/client";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

type Sending = PreparedExport & { workOrder: WorkOrderDetail };

/**
 * Sends the document. Before the first byte leaves, `sending`, what is sent and the settings it was made with are committed, with the work order
 * and the connection proven to be still those it was made from; if they are not, nothing is sent and it is begun again.
 */
export async function sendDocument(held: HeldIntent, context: VendorContext, sending: Sending): Promise<void> {
  const formerSendingAt = held.intent.sendingAt;
  if (!(await beginSending(held, sending))) return;
  const outcome = await held.connection.exporter.send(context, sending.prepared);
  await takeAnswer(held, context, { prepared: sending.prepared, outcome, formerSendingAt });
}

async function beginSending(held: HeldIntent, { workOrder, document, prepared }: Sending): Promise<boolean> {
  const { connection, engine } = held;
  const now = held.now();
  const { content } = prepared;
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  return held.write(async (tx) => {
    await tx.$queryRaw`SELECT FROM connection WHERE id = ${connection.id}::uuid FOR SHARE`;
    const today = await readExportConnection({ prisma: tx }, engine.findConnector, connection.id, now);
    const current = await tx.workOrder.findUniqueOrThrow({ where: { id: workOrder.id, accountId: connection.accountId }, select: { version: true, status: true, completedAt: true, revision: true, workStatus: { select: { id: true, purpose: true } } } });
    const isSame = today !== null && findConnectionObstacle(today) === null && today.settingsVersion === connection.settingsVersion && today.administration === connection.administration;
    if (!isSame || current.version !== workOrder.version || findWorkOrderObstacle(current, today) !== null) return false;
    const administration = connection.administration ?? "";
    await held.move(tx, {
      to: "sending",
      event: "send.begun",
      detail: toJson({ hash, reference: prepared.reference, content, followUps: prepared.followUps, totals: prepared.totals, document, administration, settings: connection.options, settingsVersion: connection.settingsVersion, revision: workOrder.revision, version: workOrder.version }),
      changes: { administration, payloadHash: hash, documentId: null, documentNumber: null, documentUrl: null, followUps: Prisma.DbNull, lateLookAt: null, sendingAt: now, attempts: { increment: 1 }, lookUps: 0, ticket: null, absences: 0, absentSince: null, waitsUntil: null },
    });
    return true;
  });
}

type Answer = { prepared: Prepared; outcome: SendOutcome; formerSendingAt: Date | null };

/** Writes down what came back, the ticket above all, before anything else is asked. */
async function takeAnswer(held: HeldIntent, context: VendorContext, { prepared, outcome, formerSendingAt }: Answer): Promise<void> {
  const { engine } = held;
  const now = held.now();
  const soon = new Date(now.getTime() + delayOf(engine.timing.exportLookUpDelays, 0));
  const detail = toJson({ ...describe(outcome), exchanges: keptExchanges(held.exchanges) });
  switch (outcome.outcome) {
    case "booked":
      await takeBooking(held, { prepared, outcome, detail });
      return continueSent(held, context, prepared);
    case "pending":
      return held.write((tx) => held.move(tx, { to: "uncertain", event: "send.answered", detail, changes: { ticket: outcome.ticket, waitsUntil: soon, waitsFor: Prisma.DbNull } }));
    case "refused":
      await held.write((tx) => held.move(tx, { to: "uncertain", event: "send.answered", detail, changes: { ticket: outcome.ticket, waitsFor: Prisma.DbNull } }));
      return settleRefusal(held, context, prepared, outcome.problems);
    case "notSent":
      return postponeExport(held, outcome.error, { detail, formerSendingAt });
    case "uncertain":
      return held.write(async (tx) => {
        const { code, params } = outcome.error;
        await held.move(tx, { to: "uncertain", event: "send.answered", detail, changes: { ticket: outcome.ticket, waitsUntil: soon, waitsFor: toJson({ code, params }) } });
        const workOrder = await tx.workOrder.findUniqueOrThrow({ where: { id: held.intent.workOrderId, accountId: held.connection.accountId }, select: { id: true, number: true } });
        await logWaiting(tx, { connection: held.connection, workOrder, at: now, exchanges: held.exchanges }, outcome.error, { isUncertain: true });
      });
    default:
      return assertNever(outcome);
  }
}

/** The vendor says that it is booked: what follows is planned as soon as it is known with which document. */
async function takeBooking(held: HeldIntent, { prepared, outcome, detail }: { prepared: Prepared; outcome: Extract<SendOutcome, { outcome: "booked" }>; detail: Prisma.InputJsonObject }): Promise<void> {
  const { ticket, documentId } = outcome;
  const now = held.now();
  const followUps = planFollowUps({ ids: prepared.followUps, exporter: held.connection.exporter, before: [], isSameDocument: true, now });
  const plan = documentId === null || followUps.length === 0 ? {} : { followUps };
  await held.write((tx) => held.move(tx, { to: "sent", event: "send.answered", detail, changes: { ticket, documentId, sentAt: now, ...plan } }));
}

function describe(outcome: SendOutcome) {
  if (outcome.outcome !== "notSent" && outcome.outcome !== "uncertain") return outcome;
  const { error, ...rest } = outcome;
  return { ...rest, error: { code: error.code, params: error.params, detail: error.detail } };
}

import { assertNever } from "@/lib/assert";
import type { VendorContext } from "@/lib/connectors/connector";
import type { Prepared, TicketState } from "@/lib/connectors/exporter";
import type { ExportProblem } from "@/lib/connectors/export-problems";
import { AppError } from "@/lib/errors";
import { askPerson, finishExport, rejectExport } from "@/lib/export/conclude-export";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson } from "@/lib/export/journal";
import { findDocuments } from "@/lib/export/find-documents";
import { judgeFound } from "@/lib/export/judge-found";
import { delayOf } from "@/lib/export/postpone-export";
import { readSent } from "@/lib/export/read-sent";
import { Prisma } from "@/lib/generated/prisma/client";

/** A booked document that cannot be found so often under its reference is put to a person. */
const MOST_LOOK_UPS = 8;

/** Nobody knows whether what was being sent when the worker was lost has arrived. */
export async function loseWorker(held: HeldIntent): Promise<void> {
  await held.write((tx) => held.move(tx, { to: "uncertain", event: "worker.lost", detail: {}, changes: { waitsFor: Prisma.DbNull } }));
}

/**
 * Finds out what became of something sent, and sends nothing. A ticket is asked first: while the vendor works on it, nothing else counts. Then
 * the document is looked up by its reference; absent in two look-ups far enough apart, it is certain that nothing was booked.
 */
export async function settleUncertain(held: HeldIntent): Promise<void> {
  const { intent, connection } = held;
  const context = held.openContext(intent.administration);
  const prepared = await readSent(held);
  const ticket = intent.ticket === null ? null : await connection.exporter.check(context, intent.ticket);
  if (ticket?.state === "pending") return waitOn(held);
  if (ticket?.state === "refused") return settleRefusal(held, context, prepared, ticket.problems, ticket.raw);
  const begunAt = held.now();
  const found = await findDocuments(held, context);
  if (found.length > 0) return judgeFound(held, context, { prepared, found });
  return noteAbsence(held, ticket, begunAt);
}

/** The vendor refused it. Look before believing: it may have booked a part. */
export async function settleRefusal(held: HeldIntent, context: VendorContext, prepared: Prepared, problems: readonly ExportProblem[], raw?: string): Promise<void> {
  const found = await findDocuments(held, context);
  if (found.length > 0) return judgeFound(held, context, { prepared, found, isRefused: true });
  return rejectExport(held, problems, toJson({ ticket: held.intent.ticket, raw }));
}

/** It is booked; people know it by a number that is read back by the reference. */
export async function tellNumber(held: HeldIntent, context: VendorContext, prepared: Prepared): Promise<void> {
  const { intent, engine } = held;
  const found = await findDocuments(held, context);
  if (found.length > 0) return judgeFound(held, context, { prepared, found });
  if (intent.lookUps + 1 < MOST_LOOK_UPS) return waitOn(held);
  if (intent.documentId !== null) return finishExport(held, { id: intent.documentId, number: intent.documentId, url: null, standing: null }, { event: "look-up.absent", detail: { at: engine.timing.now().toISOString() } });
  return askPerson(held, { code: "outcomeUnclear", params: {} }, [], "look-up.unclear");
}

/** Nothing new is known; it is asked again later. Not written into the journal: it may go on for days. */
function waitOn(held: HeldIntent): Promise<void> {
  const { intent, engine } = held;
  const waitsUntil = new Date(held.now().getTime() + delayOf(engine.timing.exportLookUpDelays, intent.lookUps));
  return held.write(async (tx) => {
    await tx.exportIntent.updateMany({ where: { id: intent.id, fence: intent.fence }, data: { lookUps: { increment: 1 }, waitsUntil } });
  });
}

/** @param begunAt when the look-up began: the quiet time lies between the end of the first and the beginning of the second */
async function noteAbsence(held: HeldIntent, ticket: TicketState | null, begunAt: Date): Promise<void> {
  const { intent } = held;
  const quiet = quietOf(held, ticket);
  const first = intent.absentSince;
  const isProven = first !== null && begunAt.getTime() - first.getTime() >= quiet;
  const absentSince = first ?? held.now();
  const absences = intent.absences + 1;
  const detail = toJson({ absences, absentSince, ticket: ticket?.state });
  if (!isProven) {
    const waitsUntil = new Date(absentSince.getTime() + quiet);
    return held.write((tx) => held.move(tx, { to: "uncertain", event: "look-up.absent", detail, changes: { absences, absentSince, waitsUntil, lookUps: { increment: 1 } } }));
  }
  // The vendor says that it is done with it, and there is nothing: somebody may have removed it there.
  if (ticket?.state === "done") return askPerson(held, { code: "outcomeUnclear", params: {} }, [], "look-up.unclear");
  return held.write((tx) => held.move(tx, { to: "pending", event: "look-up.absent", detail, changes: { absences, waitsUntil: null, waitsFor: Prisma.DbNull } }));
}

/** Without a ticket nobody can say that the vendor is not still at it. */
function quietOf({ engine: { timing } }: HeldIntent, ticket: TicketState | null): number {
  if (ticket === null) return timing.exportQuietWithoutTicket;
  switch (ticket.state) {
    case "done":
    case "unknown":
      return timing.exportQuiet;
    case "pending":
    case "refused":
      throw new AppError("unexpected", { kind: "system", detail: `Absence says nothing while a ticket is ${ticket.state}` });
    default:
      return assertNever(ticket);
  }
}

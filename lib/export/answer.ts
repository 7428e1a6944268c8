import { assertNever } from "@/lib/assert";
import { errorCodes } from "@/lib/errors";
import { dayIn, findConnectionObstacle, findWorkOrderObstacle } from "@/lib/export/eligible";
import type { ExportConnection } from "@/lib/export/export-connection";
import type { ExportAnswer } from "@/lib/export/export-standing";
import { findEnd, referenceAnew } from "@/lib/export/gone-document";
import { findRefused, readFollowUps } from "@/lib/export/stored-follow-ups";
import { readOutcome, readWaitsFor } from "@/lib/export/stored-outcome";
import type { ExportedDocument, ExportIntent } from "@/lib/generated/prisma/client";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

/** What of a work order decides the answer. */
export type AnsweredWorkOrder = Pick<WorkOrderDetail, "number" | "status" | "workStatus" | "completedAt" | "revision">;
export type AnswerFacts = { workOrder: AnsweredWorkOrder; connection: ExportConnection; intent: ExportIntent | null; document?: ExportedDocument | null; elsewhere: { vendorName: string; number: string | null } | null };

/** Why a work order is, or is not, at this vendor. Pure. What was sent comes first, then the connection, then the work order. */
export function answerOf(facts: AnswerFacts): ExportAnswer {
  const { intent, elsewhere } = facts;
  if (elsewhere) return { kind: "elsewhere", ...elsewhere };
  if (!intent) return outlookOf(facts) ?? { kind: "due", until: iso(facts.connection.nextExportAt) };
  switch (intent.state) {
    case "finished":
      return bookedAs(facts, intent);
    case "sending":
      return { kind: "sending", since: since(intent) };
    case "sent":
      return sentAs(intent);
    case "uncertain":
      return { kind: "uncertain", since: since(intent), until: iso(intent.waitsUntil), error: readWaitsFor(intent.waitsFor) };
    case "needs_review":
      return askedAbout(facts, intent);
    case "dismissed":
      return { kind: "dismissed", by: intent.requestedBy, at: iso(intent.finishedAt) ?? intent.requestedAt.toISOString() };
    case "rejected":
      return refused(facts, intent) ?? outlookOf(facts) ?? { kind: "due", until: iso(facts.connection.nextExportAt) };
    case "pending":
      return outlookOf(facts) ?? { kind: "waiting", until: iso(intent.waitsUntil), error: readWaitsFor(intent.waitsFor) };
    default:
      return assertNever(intent.state);
  }
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;
const since = ({ sendingAt, requestedAt }: ExportIntent) => (sendingAt ?? requestedAt).toISOString();

function bookedAs({ workOrder, connection, document = null }: AnswerFacts, intent: ExportIntent): ExportAnswer {
  const administration = intent.administration === connection.administration ? (connection.administrationName ?? "") : intent.administration;
  const booked = { number: intent.documentNumber ?? intent.reference, url: intent.documentUrl, administration, at: iso(intent.sentAt) ?? since(intent) };
  const end = findEnd(document);
  if (end !== null) return { kind: "gone", state: end, number: booked.number, administration, at: booked.at, reference: referenceAnew(workOrder, intent) };
  if (workOrder.revision > intent.revision) return { kind: "changedSince", ...booked, revision: workOrder.revision };
  const refused = findRefused(readFollowUps(intent.followUps), connection.exporter);
  // Somebody may have finished it at the vendor since.
  return refused && (document === null || document.state === "draft") ? { kind: "notFinished", ...booked, error: refused.error } : { kind: "done", ...booked };
}

/** Once it is known with which document it was booked, only what follows is still to be done. */
function sentAs(intent: ExportIntent): ExportAnswer {
  const sentAt = iso(intent.sentAt) ?? since(intent);
  if (readFollowUps(intent.followUps).length === 0) return { kind: "sending", since: sentAt };
  return { kind: "finishing", number: intent.documentNumber, url: intent.documentUrl, since: sentAt, until: iso(intent.waitsUntil), error: readWaitsFor(intent.waitsFor) };
}

function askedAbout({ workOrder, connection }: AnswerFacts, intent: ExportIntent): ExportAnswer {
  const { problems: [problem], candidates } = readOutcome(intent.problem);
  return { kind: "needsReview", problem: problem ?? { code: "outcomeUnclear", params: { workOrder: workOrder.number, vendor: connection.vendorName } }, candidates };
}

/** An error counts until somebody has set the work status that sends, or any other one but the error's. */
function refused({ workOrder }: AnswerFacts, intent: ExportIntent): ExportAnswer | null {
  const { problems } = readOutcome(intent.problem);
  const isCorrected = workOrder.revision === 1 && workOrder.workStatus?.purpose !== "error";
  return problems.length === 0 || isCorrected ? null : { kind: "error", problems, at: iso(intent.finishedAt) ?? intent.requestedAt.toISOString() };
}

/** What keeps it from going out; null: nothing. */
function outlookOf({ workOrder, connection }: AnswerFacts): ExportAnswer | null {
  return connectionAnswer(connection) ?? workOrderAnswer(workOrder, connection);
}

function connectionAnswer(connection: ExportConnection): ExportAnswer | null {
  const obstacle = findConnectionObstacle(connection);
  switch (obstacle) {
    case null:
    // The work order names what it lacks then.
    case "noTrigger":
      return null;
    case "notConnected":
    case "licence":
    case "switchedOff":
      return { kind: obstacle };
    case "administration":
      return { kind: "credentials", error: { code: "administration_missing", params: { vendor: connection.vendorName } } };
    case "credentials":
      return { kind: "credentials", error: { code: errorCodes.find((code) => code === connection.stateReason) ?? "credentials_refused", params: { vendor: connection.vendorName } } };
    default:
      return assertNever(obstacle);
  }
}

function workOrderAnswer(workOrder: AnsweredWorkOrder, connection: ExportConnection): ExportAnswer | null {
  const completedAt = workOrder.completedAt === null ? null : new Date(workOrder.completedAt);
  const obstacle = findWorkOrderObstacle({ ...workOrder, completedAt }, connection);
  switch (obstacle) {
    case null:
      return null;
    case "notComplete":
      return { kind: "notComplete", status: workOrder.status === "retrieved" ? "retrieved" : "ready" };
    case "handled":
      return { kind: "handledElsewhere" };
    case "workStatus":
      return { kind: "workStatus", actual: workOrder.workStatus && writeWorkStatus(workOrder.workStatus), expected: connection.trigger ? writeWorkStatus(connection.trigger) : "–" };
    case "beforeStartDate":
      return { kind: "beforeStartDate", startDate: connection.options.startDate ?? "", completedOn: completedAt ? dayIn(completedAt, connection.timeZone) : "" };
    default:
      return assertNever(obstacle);
  }
}

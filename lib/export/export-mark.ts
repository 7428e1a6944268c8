import { assertNever } from "@/lib/assert";
import { connectors } from "@/lib/connectors/registry";
import type { ExportMark } from "@/lib/export/export-standing";
import type { DocumentState, ExportState } from "@/lib/generated/prisma/enums";
import type { Conditions } from "@/lib/paging/read-page";

/**
 * What of an export decides its mark. `isOver`: it was withdrawn before it was sent, or refused and set right since, so that it says nothing any
 * more. `isUnfinished`: the vendor refused what its document cannot do without, and it is still a draft there.
 */
export type MarkFacts = { state: ExportState; isOver: boolean; isUnfinished: boolean; documentState: DocumentState | null };

/**
 * A refusal stands until somebody has set another work status than that of errors: the rule of the work order's own answer. A value and no EXISTS,
 * for which the planner would read every work order there is.
 */
const isOver = `(intent.state = 'rejected' AND (intent.problem IS NULL OR NOT (
  SELECT refused.revision > 1 OR coalesce(work_status.purpose = 'error', false) FROM work_order refused LEFT JOIN work_status ON work_status.id = refused.work_status_id
  WHERE refused.id = intent.work_order_id)))`;

const documentState = `(SELECT document.state FROM exported_document document WHERE document.intent_id = intent.id)`;

const required = connectors.flatMap(({ exporter }) => Object.entries(exporter?.followUps ?? {}).flatMap(([id, followUp]) => (followUp?.isRequired === true ? [id] : [])));
const hasRefusedStep = required.map((id) => `intent.follow_ups @> '[{"id": "${id}", "state": "failed"}]'`).join(" OR ") || "false";
/** The first line is that of the index of the few with which something went wrong afterwards. */
const isUnfinished = `(intent.state = 'finished' AND (intent.follow_ups @> '[{"state": "failed"}]' OR intent.follow_ups @> '[{"state": "uncertain"}]')
  AND (${hasRefusedStep}) AND coalesce(${documentState}, 'draft') = 'draft')`;

/** SQL expression: the {@link MarkFacts} of the row `intent` as JSON. */
export const markFacts = `json_build_object('state', intent.state, 'isOver', ${isOver}, 'isUnfinished', coalesce(${isUnfinished}, false), 'documentState', ${documentState})`;

/** How an export stands, in one word. */
export function markOf(facts: MarkFacts | null): ExportMark {
  if (facts === null || facts.isOver) return "none";
  const { state } = facts;
  switch (state) {
    case "pending":
      return "waiting";
    case "sending":
    case "sent":
      return "sending";
    case "finished":
      return markOfBooked(facts);
    case "rejected":
      return "error";
    case "uncertain":
      return "uncertain";
    case "needs_review":
      return "needsReview";
    case "dismissed":
      return "dismissed";
    default:
      return assertNever(state);
  }
}

/** What became of its document goes before that it was booked. */
function markOfBooked({ documentState: end, isUnfinished: isDraft }: Pick<MarkFacts, "documentState" | "isUnfinished">): ExportMark {
  if (end === "cancelled" || end === "deleted" || end === "paid") return end;
  return isDraft ? "notFinished" : "done";
}

const documentIs = (state: DocumentState) => `intent.state = 'finished' AND intent.id IN (SELECT document.intent_id FROM exported_document document WHERE document.account_id = ? AND document.state = '${state}')`;

/** SQL: the rows `intent` of a mark; `?` stands for the account. What is paid is done too. */
export const byMark: Readonly<Record<Exclude<ExportMark, "none">, string>> = {
  waiting: "intent.state = 'pending'",
  sending: "intent.state IN ('sending', 'sent')",
  uncertain: "intent.state = 'uncertain'",
  needsReview: "intent.state = 'needs_review'",
  error: `intent.state = 'rejected' AND NOT ${isOver}`,
  notFinished: isUnfinished,
  // What was taken back is looked up once, and of the many without a follow-up nothing.
  done: `intent.state = 'finished' AND intent.id NOT IN (SELECT document.intent_id FROM exported_document document WHERE document.account_id = ? AND document.state IN ('cancelled', 'deleted'))
    AND NOT (intent.follow_ups IS NOT NULL AND ${isUnfinished})`,
  paid: documentIs("paid"),
  cancelled: documentIs("cancelled"),
  deleted: documentIs("deleted"),
  dismissed: "intent.state = 'dismissed'",
};

/** At most one export of a work order is neither rejected nor dismissed, and it is the newest: nobody makes another beside it. */
const isLiving = "intent.state NOT IN ('rejected', 'dismissed')";
/** Of the others, those that say something, and after which nothing came. */
const isLastWord = `intent.state IN ('rejected', 'dismissed') AND NOT ${isOver} AND NOT EXISTS (SELECT FROM export_intent newer
  WHERE newer.work_order_id = intent.work_order_id AND (newer.requested_at, newer.id) > (intent.requested_at, intent.id))`;

/** SQL expression: the {@link MarkFacts} of the newest export of the row `work_order`, to whatever bookkeeping; null: there is none. */
export const newestIntent = `(SELECT ${markFacts} FROM export_intent intent WHERE intent.work_order_id = work_order.id ORDER BY intent.requested_at DESC, intent.id DESC LIMIT 1)`;

/** Keeps the work orders of an account that carry a mark. */
export function addWorkOrderMark(conditions: Conditions, accountId: string, mark: ExportMark): void {
  if (mark === "none") {
    for (const says of [isLiving, isLastWord]) conditions.add(`NOT EXISTS (SELECT FROM export_intent intent WHERE intent.account_id = ? AND intent.work_order_id = work_order.id AND ${says})`, accountId);
    return;
  }
  const says = mark === "error" || mark === "dismissed" ? isLastWord : isLiving;
  conditions.add(`work_order.id IN (SELECT intent.work_order_id FROM export_intent intent WHERE intent.account_id = ? AND ${byMark[mark]} AND ${says})`, accountId, accountId);
}

/** SQL: the row `intent` is the export that counts for its connection, and its work order goes nowhere else. */
export const isCurrent = `NOT intent.replaced AND (${isLiving} OR (NOT ${isOver} AND (
  SELECT count(*) FROM export_intent living WHERE living.work_order_id = intent.work_order_id AND living.state NOT IN ('rejected', 'dismissed')) = 0))`;

/** Keeps the exports of an account that carry a mark. */
export function addExportMark(conditions: Conditions, accountId: string, mark: Exclude<ExportMark, "none">): void {
  conditions.add(byMark[mark], accountId);
}

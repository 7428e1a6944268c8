import { assertNever } from "@/lib/assert";
import type { ExportMark } from "@/lib/export/export-standing";
import type { ExportState } from "@/lib/generated/prisma/enums";
import type { Conditions } from "@/lib/paging/read-page";

/** The newest intent of a work order is the one that counts. One that was withdrawn before it was sent is rejected without a problem. */
type NewestIntent = { state: ExportState; isWithdrawn: boolean };

const isWithdrawn = (intent: string) => `(${intent}.state = 'rejected' AND ${intent}.problem IS NULL)`;

/** SQL expression: the newest intent of the row `work_order` as JSON; null: there is none. */
export const newestIntent = `(SELECT json_build_object('state', intent.state, 'isWithdrawn', ${isWithdrawn("intent")}) FROM export_intent intent
  WHERE intent.work_order_id = work_order.id ORDER BY intent.requested_at DESC, intent.id DESC LIMIT 1)`;

/** How a work order stands with its export, in one word. */
export function markOf(newest: NewestIntent | null): ExportMark {
  if (newest === null || newest.isWithdrawn) return "none";
  const { state } = newest;
  switch (state) {
    case "pending":
      return "waiting";
    case "sending":
    case "sent":
      return "sending";
    case "finished":
      return "done";
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

const states: Readonly<Record<Exclude<ExportMark, "none">, readonly ExportState[]>> = {
  waiting: ["pending"],
  sending: ["sending", "sent"],
  done: ["finished"],
  error: ["rejected"],
  uncertain: ["uncertain"],
  needsReview: ["needs_review"],
  dismissed: ["dismissed"],
};

/** At most one intent of a work order is neither rejected nor dismissed, and it is the newest: nobody makes another beside it. */
const isLiving = "intent.state NOT IN ('rejected', 'dismissed')";

/** Of the others, those that say something: not withdrawn, and replaced by nothing newer of the same work order. */
const isLastWord = `intent.state IN ('rejected', 'dismissed') AND NOT ${isWithdrawn("intent")} AND NOT EXISTS (SELECT FROM export_intent newer
  WHERE newer.work_order_id = intent.work_order_id AND (newer.requested_at, newer.id) > (intent.requested_at, intent.id))`;

const intentsThat = (condition: string) => `(SELECT intent.work_order_id FROM export_intent intent WHERE intent.account_id = ? AND intent.state = ANY(?::export_state[]) AND ${condition})`;
const noIntentThat = (condition: string) => `NOT EXISTS (SELECT FROM export_intent intent WHERE intent.account_id = ? AND intent.work_order_id = work_order.id AND ${condition})`;

/** Keeps the work orders of an account that carry a mark. */
export function addMarkCondition(conditions: Conditions, accountId: string, mark: ExportMark): void {
  if (mark === "none") {
    conditions.add(noIntentThat(isLiving), accountId).add(noIntentThat(isLastWord), accountId);
    return;
  }
  const closes = mark === "error" || mark === "dismissed";
  conditions.add(`work_order.id IN ${intentsThat(closes ? isLastWord : isLiving)}`, accountId, states[mark]);
}

import type { DocumentStanding, DocumentState } from "@/lib/connectors/document-state";
import { documentSchema, type EasybillDocument } from "./records";

/** How a document stands at EasyBill. It has no web address of its own that the vendor describes. */
export function standingOf(document: EasybillDocument): DocumentStanding {
  return {
    documentId: String(document.id),
    number: document.is_draft ? null : document.number?.trim() || null,
    url: null,
    state: stateOf(document),
    totalCents: document.amount ?? null,
    paidCents: document.paid_amount ?? null,
    dueOn: document.due_date ?? null,
    paidOn: document.paid_at ?? null,
  };
}

/** The same of an answer as it came; null when it cannot be read. */
export function readStanding(document: unknown): DocumentStanding | null {
  const read = documentSchema.safeParse(document);
  return read.success ? standingOf(read.data) : null;
}

/** A day of payment is only there when it is paid, be it with a little less than the amount. */
function stateOf({ is_draft, cancel_id, paid_at, paid_amount }: EasybillDocument): DocumentState {
  if (is_draft) return "draft";
  if (cancel_id != null) return "cancelled";
  if (paid_at != null) return "paid";
  return (paid_amount ?? 0) > 0 ? "partlyPaid" : "final";
}

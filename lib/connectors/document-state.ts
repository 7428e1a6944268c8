/** What becomes of a document at the vendor after it was made there. */
export const documentStates = ["draft", "final", "partlyPaid", "paid", "cancelled", "deleted"] as const;
export type DocumentState = (typeof documentStates)[number];

/** A document at the vendor as it stands there now. Amounts in cents, days YYYY-MM-DD. */
export type DocumentStanding = {
  documentId: string;
  /** As people know it; null as long as it is a draft without one. */
  number: string | null;
  url: string | null;
  state: DocumentState;
  /** Gross. */
  totalCents: number | null;
  paidCents: number | null;
  dueOn: string | null;
  paidOn: string | null;
};

/** One that was there and is not any more. */
export function deletedStanding(documentId: string): DocumentStanding {
  return { documentId, number: null, url: null, state: "deleted", totalCents: null, paidCents: null, dueOn: null, paidOn: null };
}

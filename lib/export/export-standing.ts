import type { ExportProblem } from "@/lib/connectors/export-problems";
import type { DocumentState } from "@/lib/connectors/document-state";
import type { Difference, FollowUpId } from "@/lib/connectors/exporter";
import type { ErrorCode, ErrorParams } from "@/lib/errors";

/** A stored error, as a person reads it below `errors.<code>`. */
export type StandingError = { code: ErrorCode; params: ErrorParams };

/**
 * The answer to "Why is it (not) in Cash?". One sentence below `exports.answer.<kind>` in the message files, and a remedy where
 * there is something to do. Moments are ISO texts, UTC.
 */
export type ExportAnswer =
  | { kind: "done"; number: string; url: string | null; administration: string; at: string }
  /** The document is at the vendor, but the work order was changed since: `revision` is the one that is not there. */
  | { kind: "changedSince"; number: string; url: string | null; administration: string; at: string; revision: number }
  | { kind: "elsewhere"; vendorName: string; number: string | null }
  | { kind: "notConnected" }
  | { kind: "licence" }
  | { kind: "credentials"; error: StandingError }
  | { kind: "switchedOff" }
  | { kind: "notComplete"; status: "ready" | "retrieved" }
  | { kind: "handledElsewhere" }
  | { kind: "workStatus"; actual: string | null; expected: string }
  | { kind: "beforeStartDate"; startDate: string; completedOn: string }
  /** Due; the next automatic export takes it at `until`. */
  | { kind: "due"; until: string | null }
  | { kind: "waiting"; until: string | null; error: StandingError | null }
  | { kind: "sending"; since: string }
  /** Booked; what follows (a file, the finishing, an e-mail) is under way or waits until `until` for what `error` says. */
  | { kind: "finishing"; number: string | null; url: string | null; since: string; until: string | null; error: StandingError | null }
  /** The document stays a draft: the vendor refused to finish it. Nothing further is done until a person asks. */
  | { kind: "notFinished"; number: string; url: string | null; administration: string; at: string; error: StandingError | null }
  /** The document was deleted or cancelled at the vendor. Nothing is sent until a person asks, and then as another document under `reference`. */
  | { kind: "gone"; state: "deleted" | "cancelled"; number: string; administration: string; at: string; reference: string }
  | { kind: "uncertain"; since: string; until: string | null; error: StandingError | null }
  | { kind: "needsReview"; problem: ExportProblem; candidates: readonly ExportCandidate[] }
  | { kind: "error"; problems: readonly ExportProblem[]; at: string }
  | { kind: "dismissed"; by: string | null; at: string };

/** A document at the vendor that may be the one. */
export type ExportCandidate = { id: string; number: string; url: string | null; date: string | null; customer: string | null; differences: readonly Difference[] };

/** What has to hold, in the order of the page. `value` is a short fact behind it, already in words or a date (YYYY-MM-DD). */
export const exportConditions = ["connected", "licensed", "switchedOn", "complete", "workStatus", "afterStartDate", "customerFound", "materialsFound", "hourTypesFound"] as const;
export type ExportCondition = { name: (typeof exportConditions)[number]; isMet: boolean | null; value: string | null };

/** What a planner may do about it now. `exportNow` and `exportAgain` ask for it; the rest settle it. */
export type ExportChoice = "exportNow" | "exportAgain" | "exportRevision" | "exportAnew" | "doNotSend" | "linkToExisting" | "sendAgain" | "finishAgain";

/** What was, or is to be, done with a booked document, in order: `exports.followUp.<id>`. `skipped`: something before it had failed. */
export const followUpStates = ["due", "begun", "done", "failed", "uncertain", "skipped"] as const;
export type FollowUpStanding = { id: FollowUpId; state: (typeof followUpStates)[number]; error: StandingError | null };

/** The document at the vendor as it was last heard of. Amounts in cents, gross; days YYYY-MM-DD. */
export type DocumentView = {
  /** Null: the vendor does not tell, or has not been asked yet. */
  state: DocumentState | null;
  number: string | null;
  url: string | null;
  totalCents: number | null;
  paidCents: number | null;
  dueOn: string | null;
  paidOn: string | null;
  /** ISO text, UTC. */
  seenAt: string;
  followUps: readonly FollowUpStanding[];
};

/** How one work order stands with one vendor. */
export type ExportStanding = {
  vendor: string;
  vendorName: string;
  connectionId: string | null;
  answer: ExportAnswer;
  conditions: readonly ExportCondition[];
  choices: readonly ExportChoice[];
  /** How often it was tried, all its exports to this vendor together. */
  tries: number;
  /** Null: nothing of it stands at the vendor, as far as is known. */
  document: DocumentView | null;
};

/**
 * How lists show and filter it: derived from the intent, its document and the work order alone. `notFinished`: the document stays a draft. `paid`,
 * `cancelled` and `deleted`: what became of a document that was booked.
 */
export const exportMarks = ["none", "waiting", "sending", "error", "notFinished", "uncertain", "needsReview", "done", "paid", "cancelled", "deleted", "dismissed"] as const;
export type ExportMark = (typeof exportMarks)[number];

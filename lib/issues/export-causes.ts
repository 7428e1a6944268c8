import type { ExportProblem } from "@/lib/connectors/export-problems";
import { causeOfError, causeOfProblem, NAMED_RECORDS, type CauseKey, type FoundCause } from "@/lib/issues/causes";
import type { IssueRecord } from "@/lib/issues/issue-record";
import type { IntentFact, IssueFacts } from "@/lib/issues/facts";
import { earlier, later } from "@/lib/issues/moments";
import type { Timing } from "@/lib/timing";

/** Tries of a work order before it counts as more than a moment's trouble. */
const TRIES = 3;
/** What was left out by hand is done by then, and nobody can tell the application so. */
const KEPT_DAYS = 14;
const A_DAY = 24 * 60 * 60_000;

/** What is wrong with one export: nothing, or several things at once, each with the problem of its own. */
type Trouble = CauseKey & { severity: FoundCause["severity"]; at: Date; problem: ExportProblem | null; params: FoundCause["params"] };

/** What is wrong with the work orders on their way to the vendor: one cause for all of them that lack the same. */
export function exportCauses(facts: IssueFacts, timing: Timing): FoundCause[] {
  const found = new Map<string, FoundCause>();
  for (const intent of facts.intents) {
    for (const trouble of troublesOf(intent, facts, timing)) {
      const key = `${trouble.cause} ${trouble.subject}`;
      found.set(key, add(found.get(key), trouble, intent, facts.vendorName));
    }
  }
  return [...found.values()];
}

/** What is wrong with one export. The work order's page asks the same, so that both say one thing. */
export function troublesOf(intent: IntentFact, facts: Pick<IssueFacts, "state" | "requiredFollowUps">, timing: Timing): Trouble[] {
  const now = timing.now();
  switch (intent.state) {
    case "rejected":
      return intent.problems.map((problem) => ({ ...causeOfProblem(problem.code), severity: "action", at: intent.finishedAt ?? intent.requestedAt, problem, params: {} }));
    case "needs_review":
      return [{ cause: "exportNeedsReview", subject: "", severity: "action", at: intent.sendingAt ?? intent.requestedAt, problem: intent.problems[0] ?? null, params: {} }];
    case "uncertain":
    case "sending": {
      const since = intent.sendingAt ?? intent.requestedAt;
      const quiet = intent.ticket === null ? timing.exportQuietWithoutTicket : timing.exportQuiet;
      return now.getTime() - since.getTime() < quiet ? [] : [{ cause: "exportUncertain", subject: "", severity: "watch", at: since, problem: null, params: {} }];
    }
    case "pending":
    case "sent":
      return waiting(intent, facts.state);
    case "finished":
      return followUpTroubles(intent, facts.requiredFollowUps, now);
    case "dismissed":
      return [];
  }
}

function waiting({ waitsFor, attempts, requestedAt }: IntentFact, state: IssueFacts["state"]): Trouble[] {
  if (waitsFor === null) return [];
  const key = causeOfError(waitsFor.code, "export");
  // What a person must settle stands in the state of the connection, and what waits for it goes on by itself afterwards.
  if (key.cause === "licenceLapsed" || key.cause === "administrationMissing" || (key.cause === "credentialsExpired" && state === "connected")) return [];
  if (key.cause === "exportsWaiting" && attempts < TRIES) return [];
  return [{ ...key, severity: key.cause === "credentialsExpired" ? "action" : "watch", at: requestedAt, problem: null, params: { ...waitsFor.params, code: waitsFor.code } }];
}

function followUpTroubles({ followUps, documentState }: IntentFact, required: readonly string[], now: Date): Trouble[] {
  return followUps.flatMap(({ id, state, at, error }): Trouble[] => {
    if (state !== "failed" && state !== "uncertain") return [];
    const isRequired = required.includes(id);
    // Somebody may have finished, cancelled or removed it at the vendor since.
    const isSettled = isRequired ? documentState !== null && documentState !== "draft" : now.getTime() - Date.parse(at) > KEPT_DAYS * A_DAY;
    if (isSettled) return [];
    return [{ cause: "followUpFailed", subject: id, severity: isRequired ? "action" : "watch", at: new Date(at), problem: null, params: error ? { ...error.params, code: error.code } : {} }];
  });
}

/** One work order more. The newest comes first, so that the first ones are the ones that are named. */
function add(before: FoundCause | undefined, { problem, at, params, ...trouble }: Trouble, intent: IntentFact, vendor: string): FoundCause {
  const { workOrder, documentNumber, documentUrl } = intent;
  const record: IssueRecord = {
    type: "workOrder", id: workOrder.id, number: workOrder.number, problem: problem && { code: problem.code, params: problem.params },
    document: documentNumber === null ? null : { number: documentNumber, url: documentUrl },
  };
  if (!before) return { ...trouble, firstAt: at, lastAt: at, times: 1, params: { ...params, vendor }, records: [record], recordCount: 1 };
  const isNamed = before.records.some((one) => one.type === "workOrder" && one.id === workOrder.id);
  return {
    ...before,
    firstAt: earlier(before.firstAt, at),
    lastAt: later(before.lastAt, at),
    times: before.times + 1,
    records: isNamed || before.records.length >= NAMED_RECORDS ? before.records : [...before.records, record],
    recordCount: before.recordCount + (isNamed ? 0 : 1),
  };
}

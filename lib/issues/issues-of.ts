import type { ExportProblemCode } from "@/lib/connectors/export-problems";
import type { Database } from "@/lib/db";
import type { ErrorCode } from "@/lib/errors";
import type { ExportStanding } from "@/lib/export/export-standing";
import { causeOfError, causeOfProblem, type CauseKey } from "@/lib/issues/causes";
import { issueColumns, toIssueRow, type IssueRow } from "@/lib/issues/stored-issue";

/** The open issues of a connection that are one of these, whatever the order. */
async function findOpen({ prisma }: Database, { accountId, connectionId, keys, now }: { accountId: string; connectionId: string; keys: readonly CauseKey[]; now: Date }): Promise<IssueRow[]> {
  if (keys.length === 0) return [];
  const stored = await prisma.issue.findMany({ where: { accountId, connectionId, state: "open", OR: [...keys] }, select: issueColumns, orderBy: [{ severity: "asc" }, { lastAt: "desc" }] });
  return stored.flatMap((one) => toIssueRow(one, now) ?? []);
}

/** The open issues behind the answer to why a work order is not at a vendor, by vendor. The same causes as those that the connection's issues are found by. */
export async function issuesOfStandings(db: Database, accountId: string, standings: readonly ExportStanding[], now = new Date()): Promise<Record<string, IssueRow[]>> {
  const found: Record<string, IssueRow[]> = {};
  for (const standing of standings) {
    const keys = causesOfAnswer(standing);
    if (standing.connectionId !== null && keys.length > 0) found[standing.vendor] = await findOpen(db, { accountId, connectionId: standing.connectionId, keys, now });
  }
  return found;
}

/** What is behind an answer; nothing where nothing is wrong. */
export function causesOfAnswer({ answer, document }: Pick<ExportStanding, "answer" | "document">): CauseKey[] {
  const followUps = (document?.followUps ?? []).filter(({ state }) => state === "failed" || state === "uncertain").map(({ id }): CauseKey => ({ cause: "followUpFailed", subject: id }));
  switch (answer.kind) {
    case "licence":
      return [{ cause: "licenceLapsed", subject: "" }];
    case "credentials":
      return [causeOfError(answer.error.code, "export")];
    case "waiting":
    case "finishing":
      return answer.error ? [causeOfError(answer.error.code, "export"), ...followUps] : followUps;
    case "uncertain":
      return [{ cause: "exportUncertain", subject: "" }, ...(answer.error ? [causeOfError(answer.error.code, "export")] : [])];
    case "sending":
      return [{ cause: "exportUncertain", subject: "" }];
    case "needsReview":
      return [{ cause: "exportNeedsReview", subject: "" }];
    case "error":
      return answer.problems.map(({ code }) => causeOfProblem(code));
    case "done":
    case "changedSince":
    case "notFinished":
      return followUps;
    default:
      return [];
  }
}

/** What of an entry of the log says which issue it belongs to. */
export type IssueClues = {
  accountId: string;
  connectionId: string | null;
  operation: string;
  /** Its own first, then those of what happened below it. */
  errors: readonly ErrorCode[];
  problems: readonly ExportProblemCode[];
  kind: string | null;
  /** Which step after a booking it is about. */
  followUp: string | null;
  /** Kinds of which records could not be read. */
  failedKinds: readonly string[];
};

/** The open issue that an entry of the log is part of; null: it is settled, or was never one. */
export async function findIssueOfEntry(db: Database, clues: IssueClues, now = new Date()): Promise<IssueRow | null> {
  const { accountId, connectionId } = clues;
  if (connectionId === null) return null;
  const [issue] = await findOpen(db, { accountId, connectionId, keys: causesOfEntry(clues), now });
  return issue ?? null;
}

function causesOfEntry({ operation, errors, problems, kind, followUp, failedKinds }: IssueClues): CauseKey[] {
  if (operation === "export.asked") return [{ cause: "exportNeedsReview", subject: "" }];
  if (operation === "export.uncertain") return [{ cause: "exportUncertain", subject: "" }];
  if ((operation === "export.followUpFailed" || operation === "export.followUpUncertain") && followUp) return [{ cause: "followUpFailed", subject: followUp }];
  if (operation === "export.documentsNotRead") return errors.flatMap((code) => [causeOfError(code, "export"), { cause: "documentsUnread", subject: code } as const]);
  if (operation === "webhook.failing" || operation === "webhook.notRegistered") return [{ cause: "webhookDead", subject: "" }];
  if (operation === "webhook.failed") return [{ cause: "deliveriesFailed", subject: "" }];
  if (operation === "import.stopped" || operation === "sync.stopped") return [{ cause: "guardTripped", subject: "" }, { cause: "syncFailed", subject: "vendor_emptied" satisfies ErrorCode }];
  const ofProblems = problems.map(causeOfProblem);
  if (ofProblems.length > 0) return ofProblems;
  const ofErrors = errors.flatMap((code): CauseKey[] => [causeOfError(code, operation.startsWith("export.") ? "export" : "sync"), ...(code === "vendor_emptied" ? [{ cause: "guardTripped", subject: "" } as const] : [])]);
  const ofRecords = [...failedKinds, ...(operation === "record.skipped" && kind ? [kind] : [])].map((subject): CauseKey => ({ cause: "recordsFailed", subject }));
  return [...ofErrors, ...ofRecords];
}

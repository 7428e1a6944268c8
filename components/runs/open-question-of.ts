import type { OpenQuestion } from "@/lib/connections/open-question";
import type { RunDetail } from "@/lib/runs/get-run";

/** What a sync still asks; null when it asks nothing, or somebody has decided to keep the records. */
export function openQuestionOf({ id, finishedAt, imports }: RunDetail): OpenQuestion | null {
  if (finishedAt === null) return null;
  const kinds = imports.flatMap(({ kind, state, guard }) =>
    guard !== null && guard.keptBy === undefined ? [{ kind, wouldGo: guard.wouldGo, of: guard.of, isEmptied: state === "failed" }] : [],
  );
  return kinds.length > 0 ? { runId: id, askedAt: finishedAt, kinds } : null;
}

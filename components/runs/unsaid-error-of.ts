import type { OpenQuestion } from "@/lib/connections/open-question";
import type { RunDetail } from "@/lib/runs/get-run";
import type { RunError } from "@/lib/runs/stored-outcome";

/**
 * Why a sync that came to its end failed, as far as its question does not say it already: an import of which the vendor sent
 * nothing stands in the question, the failure of another import does not. Null when there is no more to say.
 */
export function unsaidErrorOf(run: Pick<RunDetail, "finishedAt" | "error" | "imports">, question: OpenQuestion | null): RunError | null {
  if (run.finishedAt === null) return null;
  const said = new Set(question?.kinds.map(({ kind }) => kind));
  const unsaid = run.imports.find(({ kind, error }) => error !== null && !said.has(kind))?.error;
  return unsaid ?? (said.size > 0 ? null : run.error);
}

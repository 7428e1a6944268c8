import type { OpenQuestion } from "@/lib/connections/open-question";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { RunDetail } from "@/lib/runs/get-run";
import type { RunError } from "@/lib/runs/stored-outcome";

/** An error, and which imports of the sync it is about; none where it is about all of it. */
export type UnsaidError = { error: RunError; kinds: readonly RecordKind[] };

/**
 * Why a sync that came to its end failed, as far as its question does not say it already: an import of which the vendor sent
 * nothing stands in the question, the failure of another import does not. `kinds`: the imports it is about, empty where it is
 * about the sync. Null when there is no more to say.
 */
export function unsaidErrorOf(run: Pick<RunDetail, "finishedAt" | "error" | "imports">, question: OpenQuestion | null): UnsaidError | null {
  if (run.finishedAt === null) return null;
  const said = new Set(question?.kinds.map(({ kind }) => kind));
  const unsaid = run.imports.flatMap(({ kind, error }) => (error !== null && !said.has(kind) ? [{ kind, error }] : []));
  const [first] = unsaid;
  if (!first) return said.size > 0 || run.error === null ? null : { error: run.error, kinds: [] };
  const isAll = unsaid.length === run.imports.length;
  return { error: first.error, kinds: isAll ? [] : unsaid.filter(({ error }) => error.code === first.error.code).map(({ kind }) => kind) };
}

import { exportProblemCodes } from "@/lib/connectors/export-problems";
import type { Database } from "@/lib/db";
import { errorCodes } from "@/lib/errors";
import type { Period } from "@/lib/dashboard/read-period";
import { causeOfError, causeOfProblem, type IssueCause } from "@/lib/issues/causes";

/** How often something went wrong for a cause: syncs and work orders, each once for each of its causes. */
export type CauseCount = { cause: IssueCause; count: number };

/** Equal failures are one row: there are few kinds of them, however many there were. */
type Row = { signs: string[]; count: number };

const failedRuns = `SELECT signs, count(*)::int AS count FROM (
    SELECT ARRAY(
      SELECT DISTINCT sign FROM (
        SELECT 'error ' || (run.error->>'code') AS sign WHERE run.error->>'code' IS NOT NULL
        UNION ALL SELECT CASE WHEN import.guard IS NOT NULL OR import.state = 'stopped' THEN 'guard' WHEN import.state = 'failed' THEN 'error ' || coalesce(import.error->>'code', 'unexpected') ELSE 'records' END
        FROM sync_run_import import WHERE import.run_id = run.id AND (import.state IN ('failed', 'stopped') OR import.failed > 0)) found ORDER BY sign) AS signs
    FROM sync_run run WHERE run.account_id = $1 AND run.finished_at >= $2 AND run.state IN ('failed', 'partial', 'stopped')) runs
  GROUP BY signs`;

const openExports = `SELECT signs, count(*)::int AS count FROM (
    SELECT CASE state WHEN 'needs_review' THEN '{review}' WHEN 'uncertain' THEN '{uncertain}'
      ELSE ARRAY(SELECT DISTINCT 'problem ' || (one->>'code') FROM jsonb_array_elements(CASE jsonb_typeof(problem->'problems') WHEN 'array' THEN problem->'problems' ELSE '[]' END) one ORDER BY 1) END AS signs
    FROM export_intent WHERE account_id = $1 AND requested_at >= $2 AND (state IN ('needs_review', 'uncertain') OR (state = 'rejected' AND problem IS NOT NULL))) intents
  GROUP BY signs`;

/** What went wrong since a moment, the most frequent cause first. The causes are those of the issues. */
export async function readCauses({ pool }: Database, accountId: string, { from }: Pick<Period, "from">): Promise<CauseCount[]> {
  const [runs, intents] = await Promise.all([failedRuns, openExports].map((query) => pool.query<Row>(query, [accountId, from])));
  const counts = new Map<IssueCause, number>();
  for (const { signs, count } of [...(runs?.rows ?? []), ...(intents?.rows ?? [])]) {
    for (const cause of new Set(signs.map(causeOfSign))) counts.set(cause, (counts.get(cause) ?? 0) + count);
  }
  return [...counts].map(([cause, count]) => ({ cause, count })).toSorted((one, other) => other.count - one.count);
}

function causeOfSign(sign: string): IssueCause {
  const [what, code] = sign.split(" ");
  if (what === "guard") return "guardTripped";
  if (what === "records") return "recordsFailed";
  if (what === "review") return "exportNeedsReview";
  if (what === "uncertain") return "exportUncertain";
  const problem = what === "problem" && exportProblemCodes.find((one) => one === code);
  if (problem) return causeOfProblem(problem).cause;
  return what === "problem" ? "exportRejected" : causeOfError(errorCodes.find((one) => one === code) ?? "unexpected", "sync").cause;
}

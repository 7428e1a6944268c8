import type { Database } from "@/lib/db";
import { groupRows } from "@/lib/dashboard/group-rows";
import { bySpan, type Period } from "@/lib/dashboard/read-period";

/** How syncs can end, in the order in which they are shown. */
export const runResults = ["succeeded", "cancelled", "partial", "stopped", "failed"] as const;
export type RunResult = (typeof runResults)[number];

/** Syncs that ended in each span, by their result; none at all is a gap. */
export async function readRunsByResult({ pool }: Database, accountId: string, period: Period): Promise<Record<RunResult, number>[]> {
  const { rows } = await pool.query<{ start: Date; state: RunResult; count: number }>(
    `SELECT date_trunc($3, finished_at, $4) AS start, state::text, count(*)::int AS count FROM sync_run
     WHERE account_id = $1 AND finished_at >= $2 AND state IN ('succeeded', 'cancelled', 'partial', 'stopped', 'failed') GROUP BY 1, 2`,
    [accountId, period.from, period.unit, period.timeZone],
  );
  return bySpan(period, rows, (found) => {
    const of = (result: RunResult) => found.find(({ state }) => state === result)?.count ?? 0;
    return { succeeded: of("succeeded"), cancelled: of("cancelled"), partial: of("partial"), stopped: of("stopped"), failed: of("failed") };
  });
}

/** An hour of a connection: without an error, with one, or without any sync that came to its end. */
export type HourState = "good" | "error" | "none";

/**
 * The last 24 hours of each connection that has had a sync in them. One that did not succeed altogether makes its hour one with an error,
 * however many others succeeded.
 */
export async function readHours({ pool }: Database, accountId: string, hours: Period): Promise<ReadonlyMap<string, HourState[]>> {
  const { rows } = await pool.query<{ connectionId: string; start: Date; hasError: boolean }>(
    `SELECT connection_id AS "connectionId", date_trunc('hour', finished_at, $3) AS start, bool_or(state <> 'succeeded') AS "hasError" FROM sync_run
     WHERE account_id = $1 AND finished_at >= $2 AND state IN ('succeeded', 'partial', 'stopped', 'failed') GROUP BY 1, 2`,
    [accountId, hours.from, hours.timeZone],
  );
  const byConnection = groupRows(rows, ({ connectionId }) => connectionId);
  return new Map([...byConnection].map(([connectionId, found]) => [connectionId, bySpan(hours, found, ([hour]): HourState => (hour ? (hour.hasError ? "error" : "good") : "none"))]));
}

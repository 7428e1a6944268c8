import type { Database } from "@/lib/db";
import { bySpan, type Period } from "@/lib/dashboard/read-period";

/** Requests of a connection: all of a span, and those of its busiest hour. */
export type Requests = { all: number; busiestHour: number };

/** Requests made to the vendor in each span, by connection; a connection without any in a span is not in it. */
export async function readRequests({ pool }: Database, accountId: string, period: Period): Promise<Readonly<Record<string, Requests>>[]> {
  const { rows } = await pool.query<{ start: Date; connectionId: string } & Requests>(
    `SELECT date_trunc($3, hour, $4) AS start, connection_id AS "connectionId", sum(requests)::int AS all, max(requests)::int AS "busiestHour"
     FROM request_count WHERE account_id = $1 AND hour >= $2 GROUP BY 1, 2`,
    [accountId, period.from, period.unit, period.timeZone],
  );
  return bySpan(period, rows, (found) => Object.fromEntries(found.map(({ connectionId, all, busiestHour }) => [connectionId, { all, busiestHour }])));
}

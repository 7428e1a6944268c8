import type { Database } from "@/lib/db";
import { groupRows } from "@/lib/dashboard/group-rows";
import { spansOf, type DashboardRange, type SpanUnit } from "@/lib/dashboard/range";

/** Hours or days of an account's time zone. `starts`: when each of them begins, the oldest first. */
export type Period = { unit: SpanUnit; timeZone: string; starts: readonly Date[]; from: Date };

/** Days begin at midnight, however many hours they have; hours follow each other, also where the clock is put back. */
const series: Readonly<Record<SpanUnit, string>> = {
  hour: `SELECT generate_series(date_trunc('hour', $1::timestamptz, $2) - ($3 - 1) * interval '1 hour', date_trunc('hour', $1::timestamptz, $2), interval '1 hour') AS start`,
  day: `SELECT day AT TIME ZONE $2 AS start
        FROM generate_series(date_trunc('day', $1::timestamptz AT TIME ZONE $2) - ($3 - 1) * interval '1 day', date_trunc('day', $1::timestamptz AT TIME ZONE $2), interval '1 day') day`,
};

/** The spans of a range until now. The database divides time, because it also says to which span something belongs. */
export async function readPeriod({ pool }: Database, { range, timeZone, now }: { range: DashboardRange; timeZone: string; now: Date }): Promise<Period> {
  const { unit, count } = spansOf[range];
  const { rows } = await pool.query<{ start: Date }>(`${series[unit]} ORDER BY 1`, [now, timeZone, count]);
  const starts = rows.map(({ start }) => start);
  return { unit, timeZone, starts, from: starts[0] ?? now };
}

/** What stands for a span that nothing was found in, and else what was; in the order of the spans. */
export function bySpan<Row extends { start: Date }, Figure>({ starts }: Period, rows: readonly Row[], figure: (rows: readonly Row[]) => Figure): Figure[] {
  const found = groupRows(rows, ({ start }) => start.getTime());
  return starts.map((start) => figure(found.get(start.getTime()) ?? []));
}

import type { Database } from "@/lib/db";
import { spacing } from "@/lib/budget/take-budget";
import type { Timing } from "@/lib/timing";

export type BudgetStanding = {
  used: number;
  left: number;
  /** When the next place becomes free; null while there is one. */
  nextAt: Date | null;
};

/** How much of a connection's rate budget is in use at this moment. */
export async function budgetStanding(db: Database, timing: Timing, connectionId: string, perMinute: number): Promise<BudgetStanding> {
  const window = spacing(timing.rateWindow);
  const { rows } = await db.pool.query<{ sent: Date[]; now: Date }>(
    "SELECT sent_at AS sent, clock_timestamp() AS now FROM rate_budget WHERE connection_id = $1",
    [connectionId],
  );
  const [row] = rows;
  const recent = row ? row.sent.filter((moment) => moment.getTime() > row.now.getTime() - window) : [];
  const oldest = recent[recent.length - perMinute];
  return {
    used: Math.min(recent.length, perMinute),
    left: Math.max(0, perMinute - recent.length),
    nextAt: oldest ? new Date(oldest.getTime() + window) : null,
  };
}

import type { Database } from "@/lib/db";
import { countOpenIssues, listIssues, type IssueCounts } from "@/lib/issues/list-issues";
import type { IssueRow } from "@/lib/issues/stored-issue";

type DashboardIssues = {
  counts: IssueCounts;
  /** The first of those that need a person. */
  toDo: IssueRow[];
  /** Open ones, and below them the last that were resolved. */
  listed: IssueRow[];
  /** Open ones that are not muted, by vendor. */
  byVendor: ReadonlyMap<string, number>;
  /** Connections of which a sync has stopped and asks a person. */
  asking: ReadonlySet<string>;
};

/** So many are named at the top, and so many stand in the table, at least some of them resolved ones. */
const TO_DO = 5;
const LISTED = 8;
const RESOLVED = 3;
/** More issues than vendors, causes and subjects there can usually be at once. */
const READ = 100;

/** What is wrong in an account, as far as the dashboard says it. */
export async function readDashboardIssues(db: Database, accountId: string, now: Date): Promise<DashboardIssues> {
  const [counts, { rows: open }, { rows: resolved }] = await Promise.all([
    countOpenIssues(db, accountId, now),
    listIssues(db, { accountId, state: "open", limit: READ, now }),
    listIssues(db, { accountId, state: "resolved", limit: RESOLVED, now }),
  ]);
  const heard = open.filter(({ mute }) => mute === null);
  const byVendor = new Map<string, number>();
  for (const { vendor } of heard) byVendor.set(vendor, (byVendor.get(vendor) ?? 0) + 1);
  return {
    counts,
    toDo: heard.filter(({ severity }) => severity === "action").slice(0, TO_DO),
    listed: [...open.slice(0, LISTED - resolved.length), ...resolved],
    byVendor,
    asking: new Set(open.filter(({ cause }) => cause === "guardTripped").map(({ connectionId }) => connectionId)),
  };
}

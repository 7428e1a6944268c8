import type { Database } from "@/lib/db";
import { byMark, isCurrent } from "@/lib/export/export-mark";

/**
 * How the exports of a connection stand. Work orders are counted, not tries: one that was refused several times is one failed one, and one that
 * has gone out since is done. `notFinished`: a document that stays a draft. `doneThisMonth`: booked since the first of the month where the
 * account is, without what was cancelled or deleted at the vendor since.
 */
export type ExportCounts = {
  connectionId: string;
  vendor: string;
  waiting: number;
  sending: number;
  failed: number;
  notFinished: number;
  uncertain: number;
  needsReview: number;
  dismissed: number;
  doneThisMonth: number;
};

const open = ["pending", "sending", "sent", "uncertain", "needs_review", "rejected", "dismissed"];
const counted = (...marks: string[]) => `count(*) FILTER (WHERE mark IN (${marks.map((mark) => `'${mark}'`).join(", ")}))::int`;
const ofAccount = "FROM export_intent intent WHERE intent.account_id = $1 AND NOT intent.replaced AND";
const monthBegins = `(SELECT date_trunc('month', $2::timestamptz AT TIME ZONE time_zone) AT TIME ZONE time_zone FROM account WHERE id = $1)`;

/** What is not booked, what was booked this month, and what stays a draft: each from its own index, so that years of exports cost nothing. */
const marked = `SELECT intent.connection_id, intent.state::text AS mark ${ofAccount} intent.state = ANY('{${open.join(",")}}') AND ${isCurrent}
  UNION ALL SELECT intent.connection_id, 'doneThisMonth' ${ofAccount} intent.state = 'finished' AND coalesce(intent.finished_at, intent.sending_at, intent.requested_at) >= ${monthBegins}
    AND NOT EXISTS (SELECT FROM exported_document document WHERE document.intent_id = intent.id AND document.state IN ('cancelled', 'deleted'))
  UNION ALL SELECT intent.connection_id, 'notFinished' ${ofAccount} ${byMark.notFinished}`;

/** Of every connection of an account, those without an export included. */
export async function countExports({ pool }: Pick<Database, "pool">, accountId: string, now = new Date()): Promise<ExportCounts[]> {
  const { rows } = await pool.query<ExportCounts>(
    `SELECT connection.id AS "connectionId", connection.vendor, ${counted("pending")} AS waiting, ${counted("sending", "sent")} AS sending, ${counted("rejected")} AS failed,
       ${counted("notFinished")} AS "notFinished", ${counted("uncertain")} AS uncertain, ${counted("needs_review")} AS "needsReview", ${counted("dismissed")} AS dismissed,
       ${counted("doneThisMonth")} AS "doneThisMonth"
     FROM connection LEFT JOIN (${marked}) marked ON marked.connection_id = connection.id
     WHERE connection.account_id = $1 GROUP BY connection.id ORDER BY connection.created_at`,
    [accountId, now],
  );
  return rows;
}

/** The number in the menu: what needs a person or waits. `forPerson`: how much of it does not pass by itself. */
export function summarizeExports(counts: readonly ExportCounts[]): { count: number; forPerson: number } {
  const sum = (...marks: ("waiting" | "sending" | "failed" | "notFinished" | "uncertain" | "needsReview")[]) => counts.reduce((total, one) => total + marks.reduce((all, mark) => all + one[mark], 0), 0);
  const forPerson = sum("failed", "notFinished", "needsReview");
  return { count: forPerson + sum("waiting", "sending", "uncertain"), forPerson };
}

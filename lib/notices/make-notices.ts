import type { Database } from "@/lib/db";
import { unclearProblems } from "@/lib/notices/delivery";
import type { NoticeEngine } from "@/lib/notices/engine";
import { topicOfCause } from "@/lib/notices/topics";
import type { Timing } from "@/lib/timing";

/** An end that could not be told for so long, because the receiver was switched off for example, is no news any more: in SQL. */
const NEWS = "interval '1 day'";

/**
 * Compares the issues with what was told of them, and writes down what is still to be told. Derived, so that it may run at any time and twice at once,
 * and nothing is lost when a process dies. What passes by itself is told only once it has lasted as long as a sync may be late.
 */
export async function makeNotices({ db, timing }: Pick<NoticeEngine, "db" | "timing">): Promise<void> {
  await dropWhatIsOver(db);
  await openNotices(db, timing);
  await resolveNotices(db, timing);
}

/** What was resolved before anybody was told of it is told to nobody, and its end neither. */
async function dropWhatIsOver({ pool }: Database): Promise<void> {
  await pool.query(
    `UPDATE notice SET state = 'dropped' FROM issue
     WHERE issue.id = notice.issue_id AND issue.state = 'resolved' AND notice.kind = 'opened' AND notice.state IN ('waiting', 'failed')`,
  );
}

async function openNotices({ pool }: Database, timing: Timing): Promise<void> {
  const now = timing.now();
  const topics = Object.entries(topicOfCause);
  await pool.query(
    `INSERT INTO notice (account_id, receiver_id, issue_id, kind, created_at, next_try_at)
     SELECT receiver.account_id, receiver.id, issue.id, 'opened', $1::timestamptz, CASE receiver.channel WHEN 'email' THEN $2::timestamptz ELSE $1::timestamptz END
     FROM issue
     JOIN unnest($4::text[], $5::text[]) AS topic(cause, name) ON topic.cause = issue.cause
     JOIN notice_receiver receiver ON receiver.account_id = issue.account_id AND receiver.is_on AND topic.name = ANY (receiver.topics)
     WHERE issue.state = 'open' AND (issue.muted_at IS NULL OR issue.mute_ends_at <= $1)
       AND (issue.severity = 'action' OR issue.first_at <= $3)
     ON CONFLICT (receiver_id, issue_id, kind) DO NOTHING`,
    [now, after(now, timing.noticeGather), after(now, -timing.lateAfterMinutes * 60_000), topics.map(([cause]) => cause), topics.map(([, topic]) => topic)],
  );
}

/** Only who was told that it opened, or may have been, is told that it is over. */
async function resolveNotices({ pool }: Database, timing: Timing): Promise<void> {
  const now = timing.now();
  await pool.query(
    `INSERT INTO notice (account_id, receiver_id, issue_id, kind, created_at, next_try_at)
     SELECT receiver.account_id, receiver.id, issue.id, 'resolved', $1::timestamptz, CASE receiver.channel WHEN 'email' THEN $2::timestamptz ELSE $1::timestamptz END
     FROM issue JOIN notice opened ON opened.issue_id = issue.id AND opened.kind = 'opened' JOIN notice_receiver receiver ON receiver.id = opened.receiver_id AND receiver.is_on
     WHERE issue.state = 'resolved' AND issue.resolved_at > $1::timestamptz - ${NEWS}
       AND (issue.muted_at IS NULL OR issue.mute_ends_at <= issue.resolved_at)
       AND (opened.state = 'sent' OR (opened.tries > 0 AND (opened.problem IS NULL OR opened.problem = ANY ($3))))
     ON CONFLICT (receiver_id, issue_id, kind) DO NOTHING`,
    [now, after(now, timing.noticeGather), [...unclearProblems]],
  );
}

function after(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}

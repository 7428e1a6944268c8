import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { NoticeKind } from "@/lib/generated/prisma/enums";
import { fallbackLocale, isLocale } from "@/lib/i18n/locales";
import { issueColumns, toIssueRow } from "@/lib/issues/stored-issue";
import type { NoticeEngine } from "@/lib/notices/engine";
import type { Message, MessageReceiver } from "@/lib/notices/message";
import { isQuiet, quietHoursOf } from "@/lib/notices/quiet-hours";
import { inTransaction } from "@/lib/transaction";

/** What can be told now: its issue still is as the notice says, and is not muted; in SQL, `$1` the moment. An end is told of a muted one, too: it was muted after it was told. */
const tellable = `notice.state IN ('waiting', 'failed') AND notice.kind::text = CASE issue.state WHEN 'open' THEN 'opened' ELSE 'resolved' END
  AND (issue.state = 'resolved' OR issue.muted_at IS NULL OR issue.mute_ends_at <= $1)`;

type ReceiverRow = Omit<MessageReceiver, "locale"> & { locale: string; quietFrom: number | null; quietTo: number | null };

/**
 * Whom something is to be told now, those that have waited longest first: switched on, and not in their quiet hours. Without a mail server e-mails wait.
 * @param tried those that have had their turn in this pass
 */
export async function findDueReceivers({ db, timing, mailServer }: NoticeEngine, tried: readonly string[] = []): Promise<MessageReceiver[]> {
  const now = timing.now();
  const { rows } = await db.pool.query<ReceiverRow>(
    `SELECT receiver.id, receiver.account_id AS "accountId", account.name AS "accountName", account.time_zone AS "timeZone", channel::text, address, receiver.locale, secret,
       quiet_from AS "quietFrom", quiet_to AS "quietTo"
     FROM (SELECT notice.receiver_id, min(next_try_at) AS due FROM notice JOIN issue ON issue.id = notice.issue_id WHERE ${tellable} AND next_try_at <= $1 GROUP BY 1) waiting
     JOIN notice_receiver receiver ON receiver.id = waiting.receiver_id AND receiver.is_on JOIN account ON account.id = receiver.account_id
     WHERE (channel = 'webhook' OR $2) AND receiver.id <> ALL ($3::uuid[])
     ORDER BY due`,
    [now, mailServer !== null, tried],
  );
  return rows.filter((row) => !isQuiet(now, row.timeZone, quietHoursOf(row))).map(({ quietFrom: _from, quietTo: _to, locale, ...row }) => ({ ...row, locale: isLocale(locale) ? locale : fallbackLocale }));
}

type DueRow = { id: string; kind: NoticeKind; messageId: string | null };

/**
 * Takes the next message of a receiver: one that was begun before, as it was, else what waits: all of a kind in one e-mail, one for a webhook. Its number is
 * written before anything is sent. Until its lease is over nobody else takes it; null: there is nothing, or somebody else is at it.
 */
export async function claimMessage({ db, timing }: NoticeEngine, receiver: MessageReceiver): Promise<Message | null> {
  const now = timing.now();
  const claimed = await inTransaction(db, async (client) => {
    const due = await lockDue(client, receiver, now);
    const [first] = due;
    if (first === undefined) return null;
    const id = first.messageId ?? randomUUID();
    const belongs = (row: DueRow) => (first.messageId === null ? row.messageId === null && row.kind === first.kind && (receiver.channel === "email" || row === first) : row.messageId === first.messageId);
    const ids = due.filter(belongs).map((row) => row.id);
    await client.query("UPDATE notice SET message_id = $3, tries = tries + 1, first_tried_at = coalesce(first_tried_at, $4), next_try_at = $5, problem = NULL, answer = NULL WHERE account_id = $1 AND id = ANY ($2::uuid[])", [
      receiver.accountId, ids, id, now, new Date(now.getTime() + timing.noticeLease),
    ]);
    return { id, kind: first.kind, ids };
  });
  return claimed && { id: claimed.id, kind: claimed.kind, receiver, issues: await readIssues({ db, timing }, receiver, claimed) };
}

/** The notices of a receiver, the one that has waited longest first; those that came up while it waited go with it. None where their turn has not come. */
async function lockDue(client: ClientBase, { accountId, id }: MessageReceiver, now: Date): Promise<DueRow[]> {
  const { rowCount } = await client.query("SELECT FROM notice_receiver WHERE account_id = $1 AND id = $2 AND is_on FOR UPDATE SKIP LOCKED", [accountId, id]);
  if (rowCount === 0) return [];
  const { rows } = await client.query<DueRow & { isDue: boolean }>(
    `SELECT notice.id, kind::text, message_id AS "messageId", next_try_at <= $1 AS "isDue" FROM notice JOIN issue ON issue.id = notice.issue_id
     WHERE notice.account_id = $2 AND receiver_id = $3 AND ${tellable} AND (next_try_at <= $1 OR message_id IS NULL) ORDER BY next_try_at, notice.created_at, notice.id FOR UPDATE OF notice`,
    [now, accountId, id],
  );
  return rows[0]?.isDue === true ? rows : [];
}

async function readIssues({ db, timing }: Pick<NoticeEngine, "db" | "timing">, { accountId, id: receiverId }: MessageReceiver, { ids }: { ids: string[] }): Promise<Message["issues"]> {
  const notices = await db.prisma.notice.findMany({ where: { accountId, receiverId, id: { in: ids } }, select: { id: true, kind: true, createdAt: true, issueId: true, issue: { select: issueColumns } }, orderBy: { issue: { firstAt: "asc" } } });
  const opened = await db.prisma.notice.findMany({ where: { accountId, receiverId, kind: "opened", issueId: { in: notices.map(({ issueId }) => issueId) } }, select: { issueId: true, messageId: true } });
  return notices.flatMap(({ id, kind, createdAt, issueId, issue }) => {
    const row = toIssueRow(issue, timing.now());
    return row ? [{ noticeId: id, at: createdAt, issue: row, openedWith: kind === "resolved" ? (opened.find((one) => one.issueId === issueId)?.messageId ?? null) : null }] : [];
  });
}

import type { Database } from "@/lib/db";
import type { NoticeChannel, NoticeKind, NoticeState } from "@/lib/generated/prisma/enums";
import { fallbackLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { issueColumns, toIssueRow, type IssueRow } from "@/lib/issues/stored-issue";
import { isDeliveryProblem, type DeliveryProblem } from "@/lib/notices/delivery";
import { quietHoursOf, type QuietHours } from "@/lib/notices/quiet-hours";
import { receiverName } from "@/lib/notices/receivers";
import { noticeTopics, type NoticeTopic } from "@/lib/notices/topics";

/** So many of a receiver's notices are shown. */
const SHOWN = 10;

/** What became of one notice. `at`: when it was told, or came up; ISO text (UTC). */
export type NoticeRow = { id: string; at: string; kind: NoticeKind; state: NoticeState; problem: DeliveryProblem | null; answer: number | null; issue: IssueRow };

/** A receiver as its page shows it; never its secret. `name`: of a webhook the host alone. */
export type ReceiverRow = { id: string; channel: NoticeChannel; address: string; name: string; locale: Locale; topics: NoticeTopic[]; quiet: QuietHours | null; isOn: boolean; notices: NoticeRow[] };

/** The receivers of an account with their last notices, the oldest receiver first. An account has a handful, so there is no paging. */
export async function listReceivers({ prisma }: Database, accountId: string, now = new Date()): Promise<ReceiverRow[]> {
  const receivers = await prisma.noticeReceiver.findMany({
    where: { accountId },
    select: { id: true, channel: true, address: true, locale: true, topics: true, quietFrom: true, quietTo: true, isOn: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return Promise.all(
    receivers.map(async ({ quietFrom, quietTo, locale, topics, ...receiver }) => ({
      ...receiver,
      name: receiverName(receiver),
      locale: isLocale(locale) ? locale : fallbackLocale,
      topics: noticeTopics.filter((topic) => topics.includes(topic)),
      quiet: quietHoursOf({ quietFrom, quietTo }),
      notices: await readNotices({ prisma }, { accountId, receiverId: receiver.id, now }),
    })),
  );
}

async function readNotices({ prisma }: Pick<Database, "prisma">, { accountId, receiverId, now }: { accountId: string; receiverId: string; now: Date }): Promise<NoticeRow[]> {
  const notices = await prisma.notice.findMany({
    where: { accountId, receiverId },
    select: { id: true, kind: true, state: true, createdAt: true, sentAt: true, problem: true, answer: true, issue: { select: issueColumns } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN,
  });
  return notices.flatMap(({ createdAt, sentAt, problem, issue, ...notice }) => {
    const row = toIssueRow(issue, now);
    return row ? [{ ...notice, at: (sentAt ?? createdAt).toISOString(), problem: isDeliveryProblem(problem) ? problem : null, issue: row }] : [];
  });
}

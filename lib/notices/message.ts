import type { NoticeChannel, NoticeKind } from "@/lib/generated/prisma/enums";
import type { Locale } from "@/lib/i18n/locales";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** Whom something is told. */
export type MessageReceiver = { id: string; accountId: string; accountName: string; timeZone: string; channel: NoticeChannel; address: string; locale: Locale; secret: string | null };

/** One issue of a message. `at`: when the notice of it came up. `openedWith`: the message that told that it opened, where this one tells its end. */
export type MessageIssue = { noticeId: string; at: Date; issue: IssueRow; openedWith: string | null };

/** What one receiver is told at once: several issues for an e-mail, one for a webhook. */
export type Message = { id: string; kind: NoticeKind; receiver: MessageReceiver; issues: readonly MessageIssue[] };

import type { Database } from "@/lib/db";
import type { IssueEventKind } from "@/lib/generated/prisma/enums";

/** Moments are ISO texts (UTC). `actor` null: the system. */
export type IssueHistoryEvent = { id: string; at: string; kind: IssueEventKind; actor: string | null; until: string | null };

/** What became of an issue, the latest first, and of the earlier ones of the same cause: how many, and the last one. */
export type IssueHistory = { events: IssueHistoryEvent[]; earlier: { count: number; lastId: string | null; lastAt: string | null } };

export async function readIssueHistory({ prisma }: Database, { accountId, id, connectionId, cause, subject }: { accountId: string; id: string; connectionId: string; cause: string; subject: string }): Promise<IssueHistory> {
  const same = { accountId, connectionId, cause, subject, id: { not: id }, state: "resolved" } as const;
  const [events, count, last] = await Promise.all([
    prisma.issueEvent.findMany({ where: { accountId, issueId: id }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 50, select: { id: true, at: true, kind: true, actor: true, until: true } }),
    prisma.issue.count({ where: same }),
    prisma.issue.findFirst({ where: same, orderBy: { lastAt: "desc" }, select: { id: true, lastAt: true } }),
  ]);
  return {
    events: events.map(({ at, until, ...event }) => ({ ...event, at: at.toISOString(), until: until?.toISOString() ?? null })),
    earlier: { count, lastId: last?.id ?? null, lastAt: last?.lastAt.toISOString() ?? null },
  };
}

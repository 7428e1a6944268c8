import type { Database } from "@/lib/db";
import type { ExportStanding } from "@/lib/export/export-standing";
import { causesOfAnswer } from "@/lib/issues/issues-of";
import { issueColumns, toIssueRow, type IssueRow } from "@/lib/issues/stored-issue";

type Listed = { id: string; standing: Pick<ExportStanding, "answer" | "document"> & { connectionId: string } };

/** The open issue behind the answer to each of many exports, by the id of the export: one question to the database for all of them. */
export async function issuesOfExports({ prisma }: Database, accountId: string, exports: readonly Listed[], now = new Date()): Promise<Record<string, IssueRow>> {
  const wanted = exports.map(({ id, standing }) => ({ id, connectionId: standing.connectionId, keys: causesOfAnswer(standing) }));
  const connectionIds = [...new Set(wanted.filter(({ keys }) => keys.length > 0).map(({ connectionId }) => connectionId))];
  if (connectionIds.length === 0) return {};
  const stored = await prisma.issue.findMany({ where: { accountId, connectionId: { in: connectionIds }, state: "open" }, select: issueColumns });
  const open = stored.flatMap((one) => toIssueRow(one, now) ?? []);
  return Object.fromEntries(
    wanted.flatMap(({ id, connectionId, keys }) => {
      const [issue] = keys.flatMap(({ cause, subject }) => open.find((one) => one.connectionId === connectionId && one.cause === cause && one.subject === subject) ?? []);
      return issue ? [[id, issue] as const] : [];
    }),
  );
}

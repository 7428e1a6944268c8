import { afterAll, beforeAll, expect, test } from "vitest";
import { allWellSince, countOpenIssues, listIssues } from "@/lib/issues/list-issues";
import { muteIssue, unmuteIssue } from "@/lib/issues/mute-issue";
import { pruneIssues } from "@/lib/issues/prune-issues";
import { readIssueHistory } from "@/lib/issues/issue-history";
import { createTestEngine, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let it: TestEngine;
const ids: Record<string, string> = {};
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute));
const A_DAY = 24 * 60 * 60_000;

beforeAll(async () => {
  it = await createTestEngine();
  const enter = async (subject: string, severity: "action" | "watch", minute: number, resolved: number | null = null) => {
    const times = { firstAt: at(minute), lastAt: at(minute), ...(resolved === null ? {} : { state: "resolved" as const, resolvedAt: at(resolved) }) };
    const { id } = await it.db.prisma.issue.create({ data: { accountId: it.accountId, connectionId: it.connectionId, cause: "syncFailed", subject, severity, params: { vendor: "Fixture" }, records: [], ...times } });
    ids[subject] = id;
  };
  await enter("old action", "action", 1);
  await enter("new action", "action", 5);
  await enter("new watch", "watch", 9);
  await enter("first end", "action", 1, 20);
  await enter("last end", "watch", 2, 30);
});
afterAll(() => it.close());

const scope = (subject: string) => ({ accountId: it.accountId, issueId: ids[subject] ?? "", actor: "Femke", now: at(40) });
const subjects = async (query: Partial<Parameters<typeof listIssues>[1]> = {}) => (await listIssues(it.db, { accountId: it.accountId, state: "open", now: at(50), ...query })).rows.map(({ subject }) => subject);

test("what needs a person comes first, then what is watched; of resolved ones the latest", async () => {
  expect(await subjects()).toEqual(["new action", "old action", "new watch"]);
  expect(await subjects({ state: "resolved" })).toEqual(["last end", "first end"]);
  expect(await allWellSince(it.db, it.accountId)).toBe(at(30).toISOString());
  expect(await subjects({ cause: "vendorDown" })).toEqual([]);
});

test("the list goes on where it stopped, one by one", async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { rows, next }: Awaited<ReturnType<typeof listIssues>> = await listIssues(it.db, { accountId: it.accountId, state: "open", now: at(50), limit: 1, cursor });
    seen.push(...rows.map(({ subject }) => subject));
    cursor = next;
  } while (cursor !== null);
  expect(seen).toEqual(["new action", "old action", "new watch"]);
  expect(await subjects({ cursor: "nonsense" })).toHaveLength(3);
});

test("a muted one is not counted and stands last, until its time is over or somebody wants it back", async () => {
  expect(await countOpenIssues(it.db, it.accountId, at(50))).toEqual({ action: 2, watch: 1, muted: 0 });
  await muteIssue(it.db, { ...scope("new action"), length: "day" });
  expect(await countOpenIssues(it.db, it.accountId, at(50))).toEqual({ action: 1, watch: 1, muted: 1 });
  expect(await subjects()).toEqual(["old action", "new watch", "new action"]);
  const later = new Date(at(50).getTime() + A_DAY);
  expect(await countOpenIssues(it.db, it.accountId, later)).toEqual({ action: 2, watch: 1, muted: 0 });
  await unmuteIssue(it.db, scope("new action"));
  expect(await subjects()).toEqual(["new action", "old action", "new watch"]);
  const history = await readIssueHistory(it.db, { accountId: it.accountId, id: ids["new action"] ?? "", connectionId: it.connectionId, cause: "syncFailed", subject: "new action" });
  expect(history.events.map(({ kind, actor }) => [kind, actor])).toEqual(expect.arrayContaining([["muted", "Femke"], ["unmuted", "Femke"]]));
});

test("nobody mutes what is resolved, or another account's, and no account sees another's", async () => {
  await expect(muteIssue(it.db, { ...scope("first end"), length: "week" })).rejects.toMatchObject({ code: "record_not_found" });
  const other = "00000000-0000-4000-8000-000000000000";
  await expect(muteIssue(it.db, { ...scope("old action"), accountId: other, length: "week" })).rejects.toMatchObject({ code: "record_not_found" });
  expect(await subjects({ accountId: other })).toEqual([]);
});

test("what was resolved more than a year ago is forgotten with its history, what is open never", async () => {
  const years = (count: number) => new Date(at(30).getTime() + count * 366 * A_DAY);
  const { id: issueId } = await it.db.prisma.issue.findFirstOrThrow({ where: { subject: "first end" } });
  await it.db.prisma.issueEvent.create({ data: { accountId: it.accountId, issueId, at: at(20), kind: "resolved" } });
  expect(await pruneIssues(it.db, at(50))).toBe(0);
  expect(await pruneIssues(it.db, years(1))).toBe(2);
  expect(await pruneIssues(it.db, years(2))).toBe(0);
  expect(await it.db.prisma.issue.count({ where: { state: "open" } })).toBe(3);
  expect(await it.db.prisma.issueEvent.count({ where: { issueId } })).toBe(0);
});

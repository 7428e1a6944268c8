import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";
import { makeWatchIssues } from "@/inngest/functions/watch-issues";
import type { SyncEngine } from "@/lib/sync/engine";
import { connectAccount, createTestEngine, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let it: TestEngine;
let engine: SyncEngine;
let harness: Harness;
beforeEach(async () => {
  it = await createTestEngine();
  engine = it.engine;
  harness = await startHarness((client) => [makeWatchIssues(client, () => engine, { event: "test/minute" })]);
});
afterEach(async () => {
  await harness.stop();
  await it.close();
});

/** What the schedule does every minute; resolves when the look is over. */
async function minutePasses(): Promise<void> {
  const before = await harness.runsOf("watch-issues");
  await harness.client.send({ name: "test/minute" });
  const runs = await harness.endedRunsOf("watch-issues", before.length + 1);
  expect(runs.map(({ state }) => state)).toEqual(runs.map(() => "completed"));
}
const issuesBy = async (state: "open" | "resolved") => (await it.db.prisma.issue.findMany({ where: { state } })).map(({ connectionId }) => connectionId);

/** Connections of other accounts, whose licence has lapsed. */
async function connectOthers(count: number): Promise<string[]> {
  const accounts = Array.from({ length: count }, (_, index) => ({ id: randomUUID(), name: `Account ${index}` }));
  await it.db.prisma.account.createMany({ data: accounts });
  const connections = accounts.map(({ id: accountId }) => ({ id: randomUUID(), accountId, vendor: "fixture", state: "connected" as const, login: {}, secrets: {}, administrations: [], administration: "A", settings: {} }));
  await it.db.prisma.connection.createMany({ data: connections });
  return connections.map(({ id }) => id);
}

test("every connection is looked at, however many there are, and again the next time", async () => {
  const others = await connectOthers(105);
  await minutePasses();
  expect(new Set(await issuesBy("open"))).toEqual(new Set(others));
  expect(await it.db.prisma.issueEvent.count()).toBe(others.length);

  const [first] = await it.db.prisma.connection.findMany({ where: { id: { in: others } }, take: 1 });
  if (!first) throw new Error("There are no connections");
  await it.db.prisma.licence.create({ data: { accountId: first.accountId, vendor: "fixture", state: "active", startedAt: new Date() } });
  await minutePasses();
  expect(await issuesBy("resolved")).toEqual([first.id]);
  expect(await it.db.prisma.issueEvent.count()).toBe(others.length + 1);
});

test("a connection that cannot be looked at keeps none of the others from it", async () => {
  const broken = await connectAccount(it.engine, it.accountId, "other");
  const others = await connectOthers(6);
  engine = {
    ...it.engine,
    findConnector: (vendor) => {
      if (vendor === "other") throw new Error("The settings of this connection cannot be read");
      return it.engine.findConnector(vendor);
    },
  };
  await minutePasses();
  expect(new Set(await issuesBy("open"))).toEqual(new Set(others));
  engine = it.engine;
  await it.db.prisma.licence.deleteMany({ where: { vendor: "other" } });
  await minutePasses();
  expect(new Set(await issuesBy("open"))).toEqual(new Set([...others, broken]));
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { pruneJournal } from "@/lib/export/prune-journal";
import { pruneLog, pruneLogBatch } from "@/lib/log/prune-log";
import { writeLogs, type LogInput } from "@/lib/log/write-log";
import { daysBefore } from "@/lib/retention/in-batches";
import { inTransaction, withClient } from "@/lib/transaction";

let db: Database;
let accountId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ id: accountId } = await createAccount(db));
});
afterAll(() => db.close());

const now = new Date();
const entry = (days: number, level: LogInput["level"] = "info"): LogInput => ({ accountId, at: daysBefore(now, days), level, operation: "test.entry", messageKey: "test", params: {}, runId: randomUUID() });

/** What waits longer than a moment for a lock fails: nothing here depends on how fast the machine is. */
const impatiently = (work: (query: (text: string) => Promise<unknown>) => Promise<void>) =>
  withClient(db, async (client) => {
    await client.query("SET lock_timeout = '50ms'");
    await work((text) => client.query(text));
  }, { discard: true });

test("while a batch is deleted, others read, write and change what stays", async () => {
  await writeLogs(db, [entry(40), entry(40), entry(1)]);
  await inTransaction(db, async (client) => {
    expect(await pruneLogBatch(client, now)).toEqual({ deleted: 2, next: null });
    await impatiently(async (query) => {
      expect(await query("SELECT FROM log_entry")).toMatchObject({ rowCount: 3 });
      await query(`INSERT INTO log_entry (account_id, level, operation, message_key, params) VALUES ('${accountId}', 'info', 'test.entry', 'test', '{}')`);
      await query("UPDATE log_entry SET remedy = 'x' WHERE at > now() - interval '2 days'");
      await expect(query("UPDATE log_entry SET remedy = 'x' WHERE at < now() - interval '30 days'"), "the lock is there to be seen").rejects.toThrow("lock timeout");
    });
  });
  expect(await db.prisma.logEntry.count()).toBe(2);
});

test("what somebody holds is left for the next night, and waited for by nobody", async () => {
  await writeLogs(db, [entry(40), entry(41), entry(42)]);
  await inTransaction(db, async (client) => {
    await client.query("UPDATE log_entry SET remedy = 'held' WHERE at < $1", [daysBefore(now, 41.5)]);
    expect(await pruneLog(db, now)).toBe(2);
  });
  expect(await pruneLog(db, now)).toBe(1);
});

test("what stays is passed over, however much of it there is", async () => {
  await writeLogs(db, [...Array.from({ length: 4_500 }, () => entry(50, "error")), entry(40), entry(95, "error")]);
  expect(await pruneLog(db, now)).toBe(2);
  expect(await pruneLog(db, daysBefore(now, -41))).toBe(4_500 + 2);
});

test("the journal keeps ten years", async () => {
  await inTransaction(db, async (client) => {
    // Lines of an export that is not there: only their age is looked at.
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      "INSERT INTO export_journal (account_id, intent_id, at, event, fence, detail) SELECT $1, gen_random_uuid(), now() - years * interval '1 year', 'send.begun', 1, '{}' FROM unnest('{12, 11, 9}'::int[]) AS years",
      [accountId],
    );
  });
  expect(await pruneJournal(db)).toBe(2);
  expect(await db.prisma.exportJournal.count()).toBe(1);
});

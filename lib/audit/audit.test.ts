import { afterAll, beforeAll, expect, test } from "vitest";
import { createSession, openTestDatabase } from "@/e2e/support/people";
import { listAudit } from "@/lib/audit/list-audit";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Session } from "@/lib/auth/session-of";
import type { Database } from "@/lib/db";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const record = ({ accountId, userId, name }: Session, subject: string, detail = {}) =>
  recordAudit(db, { accountId, userId, userName: name, action: "connection.settings-saved", subject, detail });

async function allPages(accountId: string, limit: number, userId: string | null = null): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(db, { accountId, userId, cursor, limit });
    pages.push(page.rows.map(({ subject }) => subject));
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}

test("an act keeps who did it, when, to what, and the values before and after", async () => {
  const session = await createSession(db, { name: "Marit" });
  await record(session, "cash", { interval: { before: 15, after: 30 }, relations: { before: false, after: true }, note: null, count: 7 });
  const { rows } = await listAudit(db, { accountId: session.accountId, userId: null, cursor: null });
  expect(rows).toMatchObject([{ userName: "Marit", action: "connection.settings-saved", subject: "cash" }]);
  expect(rows[0]?.changes).toEqual(
    expect.arrayContaining([
      { field: "interval", before: "15", after: "30" },
      { field: "relations", before: "false", after: "true" },
      { field: "note", before: null, after: null },
      { field: "count", before: null, after: "7" },
    ]),
  );
});

test("the trail only grows: not even the application can change or remove a line", async () => {
  const session = await createSession(db);
  await record(session, "cash");
  const where = { accountId: session.accountId };
  await expect(db.prisma.auditEvent.updateMany({ where, data: { subject: "nothing" } })).rejects.toThrow("cannot be changed or deleted");
  await expect(db.prisma.auditEvent.deleteMany({ where })).rejects.toThrow("cannot be changed or deleted");
  expect(await db.prisma.auditEvent.count({ where })).toBe(1);
});

test("pages follow each other without a gap or a line twice, also where lines have the same moment", async () => {
  const { accountId, userId, name } = await createSession(db);
  const at = new Date("2026-11-20T09:00:00Z");
  const lines = Array.from({ length: 7 }, (_, line) => ({ accountId, userId, userName: name, action: "a.b", subject: `line ${line}`, detail: {}, at }));
  await db.prisma.auditEvent.createMany({ data: lines });
  const pages = await allPages(accountId, 3);
  expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
  expect(pages.flat().sort()).toEqual(lines.map(({ subject }) => subject).sort());
});

test("the newest act comes first", async () => {
  const session = await createSession(db);
  for (const subject of ["first", "second", "third"]) {
    await record(session, subject);
    // Acts of one millisecond have no order.
    await db.pool.query("SELECT pg_sleep(0.002)");
  }
  expect((await allPages(session.accountId, 10)).flat()).toEqual(["third", "second", "first"]);
});

test("one person's acts can be looked at alone, and nobody sees those of another account", async () => {
  const one = await createSession(db);
  const colleague = await createSession(db, { accountId: one.accountId });
  const stranger = await createSession(db);
  await record(one, "mine");
  await record(colleague, "colleague's");
  await record(stranger, "stranger's");
  expect((await allPages(one.accountId, 10, one.userId)).flat()).toEqual(["mine"]);
  expect((await allPages(one.accountId, 10, stranger.userId)).flat()).toEqual([]);
  expect((await allPages(one.accountId, 10)).flat().sort()).toEqual(["colleague's", "mine"]);
});

test("a made-up cursor begins at the top", async () => {
  const session = await createSession(db);
  await record(session, "only");
  for (const cursor of ["", "nonsense", "2026-11-20T09:00:00Z", "2026-11-20T09:00:00Z,1 OR 1=1"]) {
    const { rows } = await listAudit(db, { accountId: session.accountId, userId: null, cursor });
    expect(rows.map(({ subject }) => subject)).toEqual(["only"]);
  }
});

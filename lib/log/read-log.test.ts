import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "@/e2e/support/people";
import { connect } from "@/lib/connections/connect";
import { createActor, createCashEngine, goodLogin, type CashEngine } from "@/lib/connections/fixtures/cash-engine";
import { saveNow } from "@/lib/connections/fixtures/save-now";
import { findLogEntry, readLogEntry } from "@/lib/log/read-entry";
import { noLogFilters as everything, type LogFilters } from "@/lib/log/log-filters";
import { logFilters } from "@/lib/log/log-filters-schema";
import { readLog } from "@/lib/log/read-log";
import { readPanel } from "@/lib/log/read-panel";
import { writeLogs } from "@/lib/log/write-log";
import { claimRun } from "@/lib/sync/claim-run";
import { work } from "@/lib/sync/fixtures/test-engine";
import type { Actor } from "@/lib/users/actor";

let cash: CashEngine & { close: () => Promise<void> };
let actor: Actor;
let connectionId: string;
let runId: string;

/** An account that was refused once, connected, and read its relations and warehouses. */
beforeAll(async () => {
  cash = await createCashEngine({}, { relations: 60 });
  actor = await createActor(cash);
  await connect(cash.engine, { actor, vendor: "cash", login: { ...goodLogin, password: "wrong" } });
  await connect(cash.engine, { actor, vendor: "cash", login: goodLogin });
  const imports = { relations: true, materials: false, hourTypes: false, warehouses: true, employees: false };
  const saved = await saveNow(cash.engine, { actor, vendor: "cash", settingsVersion: 1, administration: "01", settings: { imports } });
  connectionId = saved.connectionId;
  runId = saved.requestedRunId ?? "";
  const claim = await claimRun(cash.engine, connectionId, "worker");
  if (claim) await work(cash.engine, claim);
});
afterAll(() => cash.close());

const read = (filters: Partial<LogFilters> = {}, cursor: string | null = null, limit = 200) =>
  readLog(cash.db, { reader: { accountId: actor.accountId, locale: "en", timeZone: "Europe/Amsterdam" }, filters: { ...everything, ...filters }, cursor, limit });

describe("the log", () => {
  it("is newest first and comes in pages without gap or repetition", async () => {
    const whole = (await read()).rows;
    expect(whole.length).toBeGreaterThan(8);
    expect(whole.map(({ at }) => at)).toEqual(whole.map(({ at }) => at).sort().reverse());
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await read({}, cursor, 3);
      paged.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(whole.map(({ id }) => id));
  });

  it("can be narrowed to a level, a kind of record, a sync, and a record's number", async () => {
    const errors = (await read({ level: "error" })).rows;
    expect(errors.every(({ level }) => level === "error")).toBe(true);
    expect(errors.map(({ operation }) => operation)).toContain("connection.refused");
    expect((await read({ kind: "warehouses" })).rows.every(({ kind }) => kind === "warehouses")).toBe(true);
    const ofRun = (await read({ run: runId })).rows;
    expect(ofRun.length).toBeGreaterThan(0);
    expect(ofRun.every((row) => row.runId === runId)).toBe(true);
    const [record] = ofRun.filter(({ recordKey }) => recordKey !== null);
    const key = record?.recordKey ?? "";
    expect((await read({ search: key })).rows.map(({ recordKey }) => recordKey)).toContain(key);
    expect((await read({ search: "no such record" })).rows).toEqual([]);
  });

  it("ignores filters and cursors that are not its own", async () => {
    expect(logFilters.parse({ level: "loud", kind: "people", run: "1' or 1=1", search: "x".repeat(1_000) })).toEqual(everything);
    expect((await read({}, "nonsense")).rows).toEqual((await read()).rows);
  });

  it("shows nothing of it to another account", async () => {
    const { id: stranger } = await createAccount(cash.db);
    const [own] = (await read()).rows;
    expect((await readLog(cash.db, { reader: { accountId: stranger, locale: "en", timeZone: "Europe/Amsterdam" }, filters: everything, cursor: null })).rows).toEqual([]);
    expect(await findLogEntry(cash.db, { accountId: stranger, entryId: own?.id ?? "" })).toBeNull();
    await expect(readLogEntry(cash.db, { accountId: stranger, entryId: own?.id ?? "" })).rejects.toMatchObject({ code: "record_not_found" });
    expect(await readPanel(cash.db, { accountId: stranger, connectionId, vendor: "cash" })).toEqual([]);
  });
});

describe("the panel beside an integration's settings", () => {
  it("shows what was done, newest first; what happened within a sync stands in its entry", async () => {
    const panel = await readPanel(cash.db, { accountId: actor.accountId, connectionId, vendor: "cash" });
    expect(panel[0]).toMatchObject({ id: runId, operation: expect.stringMatching(/^sync\./), vendor: "cash" });
    expect(panel.slice(-3).map(({ operation }) => operation)).toEqual(["connection.settings-saved", "connection.connected", "connection.refused"]);
    expect(panel.every(({ operation }) => operation !== "import.finished")).toBe(true);
  });

  it("shows thirty entries at most", async () => {
    const { id: accountId } = await createAccount(cash.db);
    const entry = { accountId, connectionId, level: "info" as const, operation: "connection.paused", messageKey: "connection.paused", params: {} };
    await writeLogs(cash.db, Array.from({ length: 40 }, () => entry));
    expect(await readPanel(cash.db, { accountId, connectionId, vendor: "cash" })).toHaveLength(30);
  });
});

describe("an entry that is opened", () => {
  const open = async (operation: string) => {
    const row = (await read()).rows.find((one) => one.operation === operation);
    return readLogEntry(cash.db, { accountId: actor.accountId, entryId: row?.id ?? "" });
  };

  it("of a refused login says why, and shows what was sent and what came back without the password", async () => {
    const { detail } = await open("connection.refused");
    expect(detail.error).toMatchObject({ code: "credentials_refused" });
    expect(detail.exchanges.length).toBeGreaterThan(0);
    expect(detail.exchanges.at(-1)?.request).toContain(goodLogin.email);
    expect(JSON.stringify(detail)).not.toContain("wrong");
  });

  it("of a save names the changes", async () => {
    expect((await open("connection.settings-saved")).detail.changes).toContainEqual({ field: "administration", before: null, after: "01" });
  });

  it("of a sync holds its messages, its counters and its requests", async () => {
    const entry = await readLogEntry(cash.db, { accountId: actor.accountId, entryId: runId });
    expect(entry.messages.map(({ operation }) => operation)).toEqual(expect.arrayContaining(["import.finished"]));
    expect(entry.detail.imports).toContainEqual(expect.objectContaining({ kind: "relations", read: 60 }));
    expect(entry.detail.exchanges.length).toBeGreaterThan(0);
  });

  it("about a record leads to it, or says that it is not here", async () => {
    const skippedEntry = await open("record.skipped");
    expect(skippedEntry.record).toEqual({ kind: skippedEntry.kind, key: skippedEntry.recordKey, here: null });
    const link = await cash.db.prisma.externalLink.findFirstOrThrow({ where: { connectionId, kind: "relations" } });
    const entry = { accountId: actor.accountId, connectionId, level: "info" as const, operation: "record.skipped", messageKey: "record.skipped", params: {}, kind: "relations" as const };
    await writeLogs(cash.db, [{ ...entry, recordKey: link.externalId }]);
    const [newest] = (await read({ search: link.externalId })).rows;
    const opened = await readLogEntry(cash.db, { accountId: actor.accountId, entryId: newest?.id ?? "" });
    expect(opened.record?.here).toMatchObject({ id: link.localId });
  });

  it("survives a detail in a form that is no longer known", async () => {
    const { id } = await cash.db.prisma.logEntry.create({
      data: { accountId: actor.accountId, level: "info", operation: "old.thing", messageKey: "old.thing", params: ["odd"], detail: { exchanges: "many", error: 7, imports: { a: 1 } } },
    });
    expect(await readLogEntry(cash.db, { accountId: actor.accountId, entryId: id })).toMatchObject({ params: {}, detail: { exchanges: [], error: null, imports: [] } });
  });
});

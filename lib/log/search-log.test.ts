import { createTranslator } from "next-intl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogTexts } from "@/components/log/log-texts";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { formats } from "@/lib/i18n/formats";
import { locales, regionalLocales, type Locale } from "@/lib/i18n/locales";
import { noLogFilters, type LogFilters } from "@/lib/log/log-filters";
import type { LogRow } from "@/lib/log/read-entry";
import { eachLogRow, readLog } from "@/lib/log/read-log";
import { wordsOf } from "@/lib/log/search/words";
import { writeLogs, type LogInput } from "@/lib/log/write-log";
import { inTransaction } from "@/lib/transaction";

let db: Database;
let accountId: string;
const connectionId = "00000000-0000-4000-8000-00000000000a";
const workOrderId = "00000000-0000-4000-8000-00000000000b";

type Given = Pick<LogInput, "messageKey" | "params"> & Partial<LogInput>;
const skipped = { kind: "relations", key: "010417", label: "Bäckerei Müller", reason: "missingCity", field: "none", value: "none" };
const given: Given[] = [
  { messageKey: "connection.settings-saved", params: { vendor: "Cash", person: "Femke Bakker" }, at: new Date("2026-11-01T23:30:00Z") },
  { messageKey: "sync.partial", params: { trigger: "nightly", vendor: "Cash", created: 0, changed: 5000, failed: 1 }, level: "warning" },
  { messageKey: "sync.failed", params: { trigger: "manual", vendor: "Cash", code: "vendor_slow" }, level: "error" },
  { messageKey: "record.skipped", params: skipped, kind: "relations", recordKey: "010417", level: "error" },
  { messageKey: "record.skipped", params: { ...skipped, key: "4711", kind: "materials", reason: "invalid", field: "price", value: "x-y" }, kind: "materials", recordKey: "4711" },
  { messageKey: "export.followUpFailed", params: { workOrder: "2026.1234", vendor: "EasyBill", followUp: "attachment" }, workOrderId },
  { messageKey: "export.finished", params: { workOrder: "2026.1234", vendor: "Cash", number: "VO-77" }, workOrderId, connectionId, level: "success" },
  { messageKey: "exports.problem.valueRefused.message", operation: "export.refused", params: { workOrder: "2026.1300", vendor: "Cash", record: "orderLine", field: "quantity", value: "x" }, level: "error" },
  { messageKey: "webhook.processed", params: { vendor: "EasyBill", kind: "relations", key: "88", changed: 1, deliveries: 3 } },
  { messageKey: "gone.long.ago", params: {} },
];

beforeAll(async () => {
  db = await openTestDatabase();
  ({ id: accountId } = await createAccount(db));
  const { id: stranger } = await createAccount(db);
  const entries = given.map((entry): LogInput => ({ accountId, level: "info", operation: entry.messageKey, ...entry }));
  await writeLogs(db, [...entries, ...entries.map((entry) => ({ ...entry, accountId: stranger }))]);
});
afterAll(() => db.close());

const read = async (filters: Partial<LogFilters>, locale: Locale = "en") =>
  (await readLog(db, { reader: { accountId, locale, timeZone: "Europe/Amsterdam" }, filters: { ...noLogFilters, ...filters }, cursor: null })).rows;
const keysOf = (rows: readonly LogRow[]) => rows.map(({ messageKey }) => messageKey);

async function textsIn(locale: Locale) {
  const { default: log } = await import(`@/lib/i18n/messages/${locale}/log.json`);
  const { default: exports } = await import(`@/lib/i18n/messages/${locale}/exports.json`);
  const { default: errors } = await import(`@/lib/i18n/messages/${locale}/errors.json`);
  const messages = { log, exports, errors };
  const own = { locale: regionalLocales[locale], messages, formats, timeZone: "UTC" };
  return createLogTexts({ log: createTranslator({ ...own, namespace: "log" }), exports: createTranslator({ ...own, namespace: "exports" }), errors: createTranslator({ ...own, namespace: "errors" }), messages });
}

describe.each(locales)("a search in %s", (locale) => {
  it("finds an entry by every word of the sentence the reader sees, and only by words that begin one or what it is about", async () => {
    const { sentence } = await textsIn(locale);
    const all = await read({}, locale);
    expect(all).toHaveLength(given.length);
    const said = new Map(all.map((row) => [row.id, new Set(wordsOf(`${sentence(row)} ${Object.values(row.params).join(" ")} ${row.recordKey ?? ""}`))]));
    const words = new Set(all.filter(({ messageKey }) => messageKey !== "gone.long.ago").flatMap((row) => sentence(row).split(/\s+/)));
    // Every other one is proof enough.
    for (const word of [...words].filter((_, index) => index % 2 === 0)) {
      const found = new Set((await read({ search: word }, locale)).map(({ id }) => id));
      for (const row of all) {
        const isSaid = sentence(row).split(/\s+/).includes(word) && row.messageKey !== "gone.long.ago";
        if (isSaid) expect(found, `${word}: ${sentence(row)}`).toContain(row.id);
        const begins = wordsOf(word).some((part) => [...(said.get(row.id) ?? [])].some((one) => one.startsWith(part) || one.replace(/^0+/, "").startsWith(part) || one === part.replace(/[.,]/g, "")));
        if (wordsOf(word).length > 0 && !begins) expect(found, `${word} is not in: ${sentence(row)}`).not.toContain(row.id);
      }
    }
  });
});

describe("a search", () => {
  it("takes several words, beginnings of words, no accents, and numbers without their zeros", async () => {
    expect((await read({ search: "backerei mul" })).map(({ recordKey }) => recordKey).sort()).toEqual(["010417", "4711"]);
    expect(keysOf(await read({ search: "10417" }))).toEqual(["record.skipped"]);
    expect(keysOf(await read({ search: "2026.12 pdf" }))).toEqual(["export.followUpFailed"]);
    expect(keysOf(await read({ search: "5.000" }))).toEqual(["sync.partial"]);
    expect(await read({ search: "nightly manual" })).toEqual([]);
  });

  it("speaks the reader's language, and knows no words of the keys", async () => {
    expect(keysOf(await read({ search: "Nächtliche" }, "de"))).toEqual(["sync.partial"]);
    expect(await read({ search: "Nächtliche" }, "en")).toEqual([]);
    expect(await read({ search: "orderLine" })).toEqual([]);
    expect(await read({ search: "missingCity" })).toEqual([]);
  });

  it("is no more than words, whatever is typed", async () => {
    for (const search of ["' | 'a", "a & !b", "\\", "':*", "(", "<->", "%", "'"]) await expect(read({ search })).resolves.toBeDefined();
  });

  it("finds what is rare behind many newer entries, by an index", async () => {
    const { id: busy } = await createAccount(db);
    const old: LogInput = { accountId: busy, at: new Date("2026-10-01"), level: "error", operation: "record.skipped", messageKey: "record.skipped", params: skipped, kind: "relations", recordKey: "010417" };
    await writeLogs(db, [old]);
    await db.pool.query(
      `INSERT INTO log_entry (account_id, at, level, operation, message_key, params)
       SELECT $1, timestamptz '2026-11-01' + n * interval '1 second', 'info', 'sync.succeeded', 'sync.unchanged', '{"trigger": "automatic", "vendor": "Cash"}' FROM generate_series(1, 4200) AS n`,
      [busy],
    );
    const search = async (words: string) => (await readLog(db, { reader: { accountId: busy, locale: "en", timeZone: "UTC" }, filters: { ...noLogFilters, search: words }, cursor: null })).rows;
    expect(keysOf(await search("muller"))).toEqual(["record.skipped"]);
    expect(await search("automatic")).toHaveLength(50);
    expect(await search("nothing-like-it")).toEqual([]);
    await db.pool.query("ANALYZE log_entry");
    const plan = await inTransaction(db, async (client) => {
      // The table is small enough to be read whole otherwise.
      await client.query("SET LOCAL enable_seqscan = off");
      return client.query<{ "QUERY PLAN": string }>(`EXPLAIN SELECT id FROM log_entry WHERE account_id = '${busy}' AND search_terms @@ $$'@${busy}' & 'muller':*$$::tsquery`);
    });
    expect(plan.rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("log_entry_by_terms");
    const sizes: number[] = [];
    for await (const portion of eachLogRow(db, { reader: { accountId: busy, locale: "en", timeZone: "UTC" }, filters: noLogFilters })) sizes.push(portion.length);
    expect(sizes).toEqual([1_000, 1_000, 1_000, 1_000, 201]);
  });
});

describe("a filter", () => {
  it("narrows to a direction, an integration, a record, a work order", async () => {
    expect(keysOf(await read({ direction: "out" })).sort()).toEqual(["export.finished", "export.followUpFailed", "exports.problem.valueRefused.message"]);
    expect(keysOf(await read({ direction: "none" })).sort()).toEqual(["connection.settings-saved", "gone.long.ago"]);
    expect((await read({ direction: "in" })).length).toBe(5);
    expect(keysOf(await read({ record: "010417" }))).toEqual(["record.skipped"]);
    expect(await read({ record: "10417" })).toEqual([]);
    expect((await read({ workOrder: workOrderId })).length).toBe(2);
    expect(keysOf(await read({ workOrder: workOrderId, level: "success" }))).toEqual(["export.finished"]);
    expect(await read({ integration: "cash" })).toEqual([]);
  });

  it("counts days as the account's time zone does, both ends included", async () => {
    expect(keysOf(await read({ from: "2026-11-02", to: "2026-11-02" }))).toEqual(["connection.settings-saved"]);
    expect(await read({ from: "2026-11-01", to: "2026-11-01" })).toEqual([]);
  });
});

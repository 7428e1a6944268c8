import { z } from "zod";
import type { Database } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locales";
import { findEntryIds, type LogPosition } from "@/lib/log/find-entries";
import type { LogFilters } from "@/lib/log/log-filters";
import { logColumns, readVendors, toLogRow, type LogRow } from "@/lib/log/read-entry";
import { searchTerms } from "@/lib/log/search/search-terms";
import { readVocabulary } from "@/lib/log/search/vocabulary";

/** `next`: the cursor of the page after this one, null on the last. */
export type LogPage = { rows: LogRow[]; next: string | null };

/** Who reads: a search is for the words of their language, days are those of their time zone (IANA name). */
export type LogReader = { accountId: string; locale: Locale; timeZone: string };

type LogQuery = { reader: LogReader; filters: LogFilters; cursor: string | null; limit?: number };

const cursorForm = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of an account's log, newest first. A cursor that is not one of ours begins at the top. */
export async function readLog(db: Database, { reader, filters, cursor, limit = 50 }: LogQuery): Promise<LogPage> {
  const { accountId, locale, timeZone } = reader;
  const vendors = await readVendors(db, accountId);
  const terms = filters.search === "" ? null : searchTerms(filters.search, await readVocabulary(locale));
  const ids = await findEntryIds(db, { accountId, filters, vendors, timeZone, terms, after: readCursor(cursor), limit: limit + 1 });
  const entries = await db.prisma.logEntry.findMany({ where: { accountId, id: { in: ids.slice(0, limit) } }, select: logColumns, orderBy: [{ at: "desc" }, { id: "desc" }] });
  const last = entries.at(-1);
  return {
    rows: entries.map((row) => toLogRow(row, vendors)),
    next: ids.length > limit && last ? `${last.at.toISOString()},${last.id}` : null,
  };
}

/** Everything that fits, newest first, in portions: for a download. */
export async function* eachLogRow(db: Database, query: Omit<LogQuery, "cursor" | "limit">): AsyncGenerator<LogRow[]> {
  for (let cursor: string | null = null; ; ) {
    const page: LogPage = await readLog(db, { ...query, cursor, limit: 1_000 });
    yield page.rows;
    cursor = page.next;
    if (cursor === null) return;
  }
}

function readCursor(cursor: string | null): LogPosition | null {
  const { data } = cursorForm.safeParse(cursor?.split(","));
  return data ? { at: data[0], id: data[1] } : null;
}

import { z } from "zod";
import { recordKinds } from "@/lib/connectors/records";
import type { Database } from "@/lib/db";
import { LogLevel } from "@/lib/generated/prisma/enums";
import type { Prisma } from "@/lib/generated/prisma/client";
import { logColumns, readVendors, toLogRow, type LogRow } from "@/lib/log/read-entry";

/** What the log page is narrowed to. It is read from the address; what is not one of ours is left out. */
export const logFilters = z.object({
  level: z.enum(LogLevel).nullable().catch(null),
  kind: z.enum(recordKinds).nullable().catch(null),
  run: z.uuid().nullable().catch(null),
  /** A part of a record's number: vendors fill numbers up with zeros, people do not. */
  search: z.string().trim().max(100).catch(""),
});
export type LogFilters = z.infer<typeof logFilters>;

/** `next`: the cursor of the page after this one, null on the last. */
export type LogPage = { rows: LogRow[]; next: string | null };

type LogQuery = { accountId: string; filters: LogFilters; cursor: string | null; limit?: number };

const cursorForm = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of an account's log, newest first. A cursor that is not one of ours begins at the top. */
export async function readLog(db: Database, { accountId, filters, cursor, limit = 50 }: LogQuery): Promise<LogPage> {
  const { level, kind, run, search } = filters;
  const where: Prisma.LogEntryWhereInput = {
    accountId,
    ...(level ? { level } : {}),
    ...(kind ? { kind } : {}),
    ...(run ? { runId: run } : {}),
    ...(search ? { recordKey: { contains: search, mode: "insensitive" } } : {}),
    ...beyond(cursor),
  };
  const [entries, vendors] = await Promise.all([
    db.prisma.logEntry.findMany({ where, select: logColumns, orderBy: [{ at: "desc" }, { id: "desc" }], take: limit + 1 }),
    readVendors(db, accountId),
  ]);
  const rows = entries.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => toLogRow(row, vendors)),
    next: entries.length > limit && last ? `${last.at.toISOString()},${last.id}` : null,
  };
}

function beyond(cursor: string | null): Prisma.LogEntryWhereInput {
  const parsed = cursorForm.safeParse(cursor?.split(","));
  if (!parsed.success) return {};
  const [at, id] = parsed.data;
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}

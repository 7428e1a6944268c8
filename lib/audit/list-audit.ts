import { z } from "zod";
import type { Database } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";

export type AuditRow = { id: string; at: Date; userName: string; action: string; subject: string; changes: AuditChange[] };

/** One field of an act: what it became, and what it was before where that is known. */
export type AuditChange = { field: string; before: string | null; after: string | null };

/** `next`: the cursor of the page after this one, null on the last. */
export type AuditPage = { rows: AuditRow[]; next: string | null };

type AuditQuery = { accountId: string; userId: string | null; cursor: string | null; limit?: number };

const cursorForm = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of an account's audit trail, newest first. A cursor that is not one of ours begins at the top. */
export async function listAudit(db: Database, { accountId, userId, cursor, limit = 50 }: AuditQuery): Promise<AuditPage> {
  const where: Prisma.AuditEventWhereInput = { accountId, ...(userId ? { userId } : {}), ...beyond(cursor) };
  const events = await db.prisma.auditEvent.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], take: limit + 1 });
  const rows = events.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ id, at, userName, action, subject, detail }) => ({ id, at, userName, action, subject, changes: changesOf(detail) })),
    next: events.length > limit && last ? `${last.at.toISOString()},${last.id}` : null,
  };
}

function beyond(cursor: string | null): Prisma.AuditEventWhereInput {
  const parsed = cursorForm.safeParse(cursor?.split(","));
  if (!parsed.success) return {};
  const [at, id] = parsed.data;
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((one) => (one === null ? null : String(one)));
const change = z.union([z.object({ before: value, after: value }), value.transform((after) => ({ before: null, after }))]);

function changesOf(detail: Prisma.JsonValue): AuditChange[] {
  const fields = z.record(z.string(), z.unknown()).safeParse(detail);
  return Object.entries(fields.data ?? {}).flatMap(([field, content]) => {
    const parsed = change.safeParse(content);
    return parsed.success ? [{ field, ...parsed.data }] : [];
  });
}

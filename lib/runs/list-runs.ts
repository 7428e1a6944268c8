import { z } from "zod";
import type { Database } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { sumCounters, type Counters } from "@/lib/runs/counters";
import { importColumns, toRunImport } from "@/lib/runs/run-import";
import { runsMatching, type RunFilters } from "@/lib/runs/run-filters";
import { runColumns, toRunHead, type RunHead } from "@/lib/runs/run-head";

export type RunRow = RunHead & { counters: Counters };

/** `next`: the cursor of the page after this one, null on the last. */
export type RunPage = { rows: RunRow[]; next: string | null };

type RunQuery = { accountId: string; cursor: string | null; limit?: number; filters?: RunFilters };

const everything: RunFilters = { integration: null, result: null, trigger: null };

const cursorForm = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of the syncs of an account that match, newest first. A cursor that is not one of ours begins at the top. */
export async function listRuns(db: Database, { accountId, cursor, limit = 30, filters = everything }: RunQuery): Promise<RunPage> {
  const runs = await db.prisma.syncRun.findMany({
    where: { accountId, ...runsMatching(filters), ...beyond(cursor) },
    select: { ...runColumns, imports: { select: importColumns } },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const rows = runs.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ imports, ...run }) => ({ ...toRunHead(run), counters: sumCounters(withoutCompanions(imports.map(toRunImport))) })),
    next: runs.length > limit && last ? `${last.requestedAt.toISOString()},${last.id}` : null,
  };
}

/** Delivery addresses come along with relations; the sum speaks of records people asked for. */
function withoutCompanions<Import extends { kind: RecordKind }>(imports: readonly Import[]): Import[] {
  return imports.filter(({ kind }) => kind !== "deliveryAddresses");
}

function beyond(cursor: string | null): Prisma.SyncRunWhereInput {
  const parsed = cursorForm.safeParse(cursor?.split(","));
  if (!parsed.success) return {};
  const [at, id] = parsed.data;
  return { OR: [{ requestedAt: { lt: at } }, { requestedAt: at, id: { lt: id } }] };
}

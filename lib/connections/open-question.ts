import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import { storedGuard } from "@/lib/runs/stored-outcome";

/**
 * A sync has stopped at these kinds and waits for a person: so many of so many active records would be deactivated.
 * `isEmptied`: the vendor sent none at all. `askedAt`: ISO text (UTC).
 */
export type OpenQuestion = { runId: string; askedAt: string; kinds: { kind: RecordKind; wouldGo: number; of: number; isEmptied: boolean }[] };

type Scope = { accountId: string; connectionId: string; administration: string | null };

const asks = { state: { in: ["stopped", "failed"] }, guard: { not: Prisma.AnyNull } } satisfies Prisma.SyncRunImportWhereInput;

/** The question of the last sync that came to an end, while nobody has answered it and nothing has settled it since. */
export async function findOpenQuestion(db: Database, { accountId, connectionId, administration }: Scope): Promise<OpenQuestion | null> {
  const latest = await db.prisma.syncRun.findFirst({
    where: { accountId, connectionId, administration: administration ?? "", imports: { some: asks } },
    orderBy: { requestedAt: "desc" },
    select: { id: true, requestedAt: true, finishedAt: true, imports: { where: asks, select: { kind: true, state: true, guard: true }, orderBy: { position: "asc" } } },
  });
  if (!latest?.finishedAt) return null;
  const settled = await db.prisma.syncRunImport.findMany({
    where: { state: "done", run: { accountId, connectionId, administration: administration ?? "", requestedAt: { gt: latest.requestedAt } } },
    select: { kind: true },
  });
  const kinds = latest.imports.flatMap(({ kind, state, guard }) => {
    const question = storedGuard(guard);
    const isOpen = question !== null && question.keptBy === undefined && !settled.some((one) => one.kind === kind);
    return isOpen ? [{ kind, wouldGo: question.wouldGo, of: question.of, isEmptied: state === "failed" }] : [];
  });
  return kinds.length > 0 ? { runId: latest.id, askedAt: latest.finishedAt.toISOString(), kinds } : null;
}

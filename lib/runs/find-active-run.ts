import type { Database } from "@/lib/db";
import { importColumns, toRunImport, type RunImport } from "@/lib/runs/run-import";
import { runColumns, toRunHead, type RunHead } from "@/lib/runs/run-head";

/** A sync under way, with how far each of its imports is. */
export type ActiveRunView = RunHead & { imports: RunImport[] };

/** The sync that runs on a connection, else the one that waits; null when there is neither. */
export async function findActiveRun(db: Database, { accountId, connectionId }: { accountId: string; connectionId: string }): Promise<ActiveRunView | null> {
  const runs = await db.prisma.syncRun.findMany({
    where: { accountId, connectionId, state: { in: ["waiting", "running"] } },
    select: { ...runColumns, imports: { select: importColumns, orderBy: { position: "asc" } } },
  });
  const run = runs.find(({ state }) => state === "running") ?? runs[0];
  if (!run) return null;
  const { imports, ...head } = run;
  return { ...toRunHead(head), imports: imports.map(toRunImport) };
}

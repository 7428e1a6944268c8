import type { Database } from "@/lib/db";
import { cancelRun } from "@/lib/sync/cancel-run";

/** Cancels what waits and runs on a connection. Out: the runs, for the job engine to hear of it. */
export async function cancelActiveRuns(db: Database, { accountId, connectionId }: { accountId: string; connectionId: string }): Promise<string[]> {
  const runs = await db.prisma.syncRun.findMany({ where: { accountId, connectionId, state: { in: ["waiting", "running"] } }, select: { id: true } });
  for (const { id } of runs) await cancelRun(db, { accountId, runId: id });
  return runs.map(({ id }) => id);
}

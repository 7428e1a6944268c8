import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * Which connection a run of this account belongs to.
 * @throws AppError run_not_found, also for a run of another account
 */
export async function findRunScope({ prisma }: Database, { accountId, runId }: { accountId: string; runId: string }) {
  const run = await prisma.syncRun.findUnique({ where: { id: runId, accountId }, select: { connectionId: true, trigger: true, kinds: true, connection: { select: { vendor: true } } } });
  if (!run) throw new AppError("run_not_found", { kind: "config" });
  const { connection, ...scope } = run;
  return { ...scope, vendor: connection.vendor };
}

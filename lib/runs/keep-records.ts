import { recordAudit } from "@/lib/audit/record-audit";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { Prisma } from "@/lib/generated/prisma/client";
import { findRunScope } from "@/lib/runs/find-run-scope";
import { storedGuard } from "@/lib/runs/stored-outcome";
import type { Actor } from "@/lib/users/actor";

/**
 * Answers the guard's question of a run with "keep them": nothing is deactivated, and the question is put away. The next
 * complete read asks again if the vendor still does not have them.
 * @throws AppError run_not_found when this run asks nothing
 */
export async function keepRecords(db: Database, { actor, runId }: { actor: Actor; runId: string }): Promise<void> {
  const { vendor } = await findRunScope(db, { accountId: actor.accountId, runId });
  await db.prisma.$transaction(async (tx) => {
    const asking = await tx.syncRunImport.findMany({
      where: { runId, guard: { not: Prisma.AnyNull }, run: { accountId: actor.accountId } },
      select: { kind: true, guard: true },
    });
    const questions = asking.flatMap(({ kind, guard }) => {
      const question = storedGuard(guard);
      return question ? [{ kind, question }] : [];
    });
    if (questions.length === 0) throw new AppError("run_not_found", { kind: "config" });
    for (const { kind, question } of questions) {
      await tx.syncRunImport.update({ where: { runId_kind: { runId, kind } }, data: { guard: { ...question, keptBy: actor.name } } });
    }
    const detail = Object.fromEntries(questions.map(({ kind, question }) => [kind, question.wouldGo]));
    await recordAudit({ prisma: tx }, { accountId: actor.accountId, userId: actor.userId, userName: actor.name, action: "sync.records-kept", subject: vendor, detail });
  });
}

import type { Exchange, PassEvent } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { concludeKind, type KindConclusion } from "@/lib/sync/conclude-kind";
import type { SyncEngine } from "@/lib/sync/engine";
import type { Step } from "@/lib/sync/enter-step";
import { holdRun } from "@/lib/sync/hold-run";
import { inTransaction } from "@/lib/transaction";
import { deactivateBelowInactive } from "@/lib/sync/leaving-records";
import { logConclusion, logReading } from "@/lib/sync/log-import";
import { recordTables } from "@/lib/sync/record-tables";
import { forgetRejectionsBelowInactive } from "@/lib/sync/reject-records";
import { forgetGoneRejections, saveCheckpoint, settleImport, type ImportRow } from "@/lib/sync/settle-import";

export type FinishedPass = {
  step: Step;
  end: Extract<PassEvent, { type: "end" }>;
  requests: number;
  exchanges: readonly Exchange[];
  hasOtherAdministrations: boolean;
};

/**
 * Ends a pass that came to its end, in one transaction: deactivates what is to go, moves the checkpoints and says what
 * was done. Kinds at which too much would go, or nothing was read, keep their checkpoint.
 * @throws Interruption when this worker no longer holds the run, or the run is to stop
 */
export async function finishPass(engine: SyncEngine, { step, end, requests, exchanges, hasOtherAdministrations }: FinishedPass): Promise<void> {
  const { run, kinds } = step;
  const now = engine.timing.now();
  await inTransaction(engine.db, async (client) => {
    await holdRun(client, run, now, requests);
    // All links are compared with all ids seen: one by one that takes long, and without statistics a planner would do just that.
    if (end.complete.length > 0) await client.query("SET LOCAL enable_nestloop = off");
    const { rows } = await client.query<ImportRow>(
      `SELECT kind, read, created, changed, unchanged, skipped, failed, deactivated, new_reasons - new_quiet_reasons AS "newLoud", new_quiet_reasons AS "newQuiet", rejected
       FROM sync_run_import WHERE run_id = $1 AND kind = ANY($2::record_kind[]) ORDER BY position`,
      [run.runId, kinds],
    );
    const conclusions = new Map<RecordKind, KindConclusion>();
    for (const row of rows) {
      const isComplete = end.complete.includes(row.kind);
      const relations = conclusions.get("relations");
      const isBelow = recordTables[row.kind].scopeColumn === "relation_id";
      // Where the relations were read in an earlier pass, nobody knows here whether some of them have gone.
      const mayCascade = isBelow && (isComplete || relations === undefined || (relations.state === "done" && relations.deactivated > 0));
      const cascaded = mayCascade ? await deactivateBelowInactive(client, run, row.kind) : 0;
      const relationsStay = relations !== undefined && relations.state !== "done";
      const conclusion = await concludeKind(client, run, row.kind, { isComplete, read: row.read, hasOtherAdministrations, relationsStay, deactivated: row.deactivated });
      conclusions.set(row.kind, conclusion);
      const deactivated = row.deactivated + cascaded + (conclusion.state === "done" ? conclusion.deactivated : 0);
      await settleImport(client, run, row.kind, { conclusion, deactivated, isComplete, now });
      if (conclusion.state === "done") await saveCheckpoint(client, run, row, { cursor: end.cursor, deactivated, isComplete, now });
      if (conclusion.state === "done" && isComplete) await forgetGoneRejections(client, run, row.kind);
      else if (conclusion.state === "done" && isBelow) await forgetRejectionsBelowInactive(client, run, row.kind);
      await logConclusion(client, step, row, { conclusion, deactivated, readIds: "noted" });
    }
    await logReading(client, step, exchanges);
  });
}

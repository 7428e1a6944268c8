import type { ClientBase } from "pg";
import type { LogLevel, SyncTrigger } from "@/lib/generated/prisma/enums";
import type { RunImport, StoredError } from "@/lib/sync/run-import";
import type { Verdict } from "@/lib/sync/verdict";

/** Up to so many records that are newly not imported stand in the log by themselves; more of them below their run. */
const STANDING_ALONE = 5;

type RunStart = { id: string; accountId: string; connectionId: string; trigger: SyncTrigger; vendorName: string; at: Date };

/** The run's own entry in the log has the run's id: everything that happens in it stands below, and its end is written over its start. */
export async function writeRunStart(client: ClientBase, { id, accountId, connectionId, trigger, vendorName, at }: RunStart): Promise<void> {
  await client.query(
    `INSERT INTO log_entry (id, account_id, connection_id, run_id, at, level, operation, message_key, params)
     VALUES ($1, $2, $3, $1, $4, 'info', 'sync.running', 'sync.running', $5) ON CONFLICT (id) DO NOTHING`,
    [id, accountId, connectionId, at, JSON.stringify({ trigger, vendor: vendorName })],
  );
}

type RunEnd = {
  runId: string;
  accountId: string;
  connectionId: string;
  trigger: SyncTrigger;
  vendorName: string;
  requests: number;
  verdict: Verdict;
  imports: readonly RunImport[];
  error: StoredError | null;
  startedAt: Date;
  at: Date;
  /** How many deliveries of the vendor it comes from, where it was one that told. */
  deliveries?: number;
};

export async function writeRunEnd(client: ClientBase, run: RunEnd): Promise<void> {
  const { imports, verdict, error } = run;
  const total = (counter: "created" | "changed" | "skipped" | "deactivated" | "failed") => imports.reduce((sum, one) => sum + one[counter], 0);
  const counts = { created: total("created"), changed: total("changed"), deactivated: total("deactivated"), skipped: total("skipped"), failed: total("failed") };
  const isQuiet = verdict === "succeeded" && counts.created + counts.changed + counts.deactivated === 0;
  // Counters say nothing of an import that could not be read at all.
  const broken = verdict === "partial" ? imports.filter(({ state }) => state !== "done").length : 0;
  const messageKey = broken > 0 ? "sync.partialImports" : isQuiet ? "sync.unchanged" : `sync.${verdict}`;
  const params = { trigger: run.trigger, vendor: run.vendorName, code: error?.code ?? "", ...counts, ...(broken > 0 ? { broken } : {}) };
  const detail = { imports, requests: run.requests, duration: run.at.getTime() - run.startedAt.getTime(), error, deliveries: run.deliveries };
  await client.query("DELETE FROM log_entry WHERE id = $1 AND account_id = $2", [run.runId, run.accountId]);
  await client.query(
    `INSERT INTO log_entry (id, account_id, connection_id, run_id, at, level, operation, message_key, params, remedy, detail)
     VALUES ($1, $2, $3, $1, $4, $5, $6, $7, $8, $9, $10)`,
    [
      run.runId, run.accountId, run.connectionId, run.at, levels[verdict], `sync.${verdict}`, messageKey,
      JSON.stringify(params), remedyOf(verdict, error), JSON.stringify(detail),
    ],
  );
  await letFewStandAlone(client, run);
}

const levels: Readonly<Record<Verdict, LogLevel>> = { succeeded: "success", partial: "warning", failed: "error", stopped: "error", cancelled: "info" };

/** Below `log.remedy`. */
function remedyOf(verdict: Verdict, error: StoredError | null): string | null {
  if (verdict === "stopped") return "confirmDeactivation";
  // What to do about an error is said everywhere in its own words.
  return verdict === "failed" && error === null ? "waitForNextSync" : null;
}

async function letFewStandAlone(client: ClientBase, { runId, accountId }: RunEnd): Promise<void> {
  await client.query(
    `UPDATE log_entry SET parent_id = NULL WHERE account_id = $2 AND run_id = $1 AND parent_id = $1 AND operation = 'record.skipped' AND level = 'error'
       AND (SELECT count(*) FROM log_entry WHERE run_id = $1 AND operation = 'record.skipped' AND level = 'error') <= ${STANDING_ALONE}`,
    [runId, accountId],
  );
}


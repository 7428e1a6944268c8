import type { AppError, ErrorCode } from "@/lib/errors";
import { insertLogEntries } from "@/lib/log/write-log";
import type { Conversation } from "@/lib/sync/conversation";
import type { Advance } from "@/lib/sync/advance-import";
import type { SyncEngine } from "@/lib/sync/engine";
import type { Step } from "@/lib/sync/enter-step";
import { holdRun } from "@/lib/sync/hold-run";
import { inTransaction } from "@/lib/transaction";
import { keptExchanges } from "@/lib/sync/log-import";

/** A person must do something before any sync of the connection can succeed. */
const needAction: readonly ErrorCode[] = ["credentials_refused", "authentication_expired", "no_administration", "missing_rights", "administration_missing"];
/** Nothing else of the run can succeed either. */
const endRun: readonly ErrorCode[] = [...needAction, "not_connected", "vendor_unreachable", "vendor_slow", "vendor_rate_limited"];

type Failure = { step: Step; error: AppError; attempt: number; isLastTry: boolean; conversation: Conversation };

/**
 * Decides what a failed step means. What passes by itself is tried again, and nothing is said about it before the last
 * try. Then the retrieval's imports have failed; so have the others that are left, where the cause is the same for all.
 * @throws Interruption when this worker no longer holds the run, or the run is to stop
 */
export async function settleFailure(engine: SyncEngine, failure: Failure): Promise<Advance> {
  const { step, error, attempt, isLastTry, conversation } = failure;
  const passes = error.kind === "transient" || error.code === "unexpected";
  if (passes && !isLastTry) {
    const after = error.retryAfterMs ?? engine.timing.retryDelays[attempt] ?? engine.timing.retryDelays.at(-1) ?? 0;
    await postpone(engine, failure, after);
    return { state: "retry", after, code: error.code };
  }
  const endsRun = endRun.includes(error.code);
  await inTransaction(engine.db, async (client) => {
    const { run, kinds } = step;
    const now = engine.timing.now();
    await client.query("SELECT FROM connection WHERE account_id = $1 AND id = $2 FOR NO KEY UPDATE", [run.accountId, run.connectionId]);
    await holdRun(client, run, now, conversation.takeRequests());
    await client.query(
      `UPDATE sync_run_import SET state = 'failed', error = $3, finished_at = $4, cursor = NULL
       WHERE run_id = $1 AND state IN ('waiting', 'running') AND ($5 OR kind = ANY($2::record_kind[]))`,
      [run.runId, kinds, JSON.stringify({ code: error.code, params: error.params }), now, endsRun],
    );
    if (needAction.includes(error.code)) {
      await client.query("UPDATE connection SET state = 'action_required', state_reason = $3 WHERE account_id = $1 AND id = $2 AND state = 'connected'", [
        run.accountId, run.connectionId, error.code,
      ]);
    }
    await insertLogEntries(client, [describeFailure(failure)]);
  });
  return endsRun ? { state: "over" } : { state: "done" };
}

/** Tells that nobody is to take the run over until the next try, and why there is one. */
async function postpone(engine: SyncEngine, { step: { run }, error: { code, params }, conversation }: Failure, after: number): Promise<void> {
  await inTransaction(engine.db, async (client) => {
    const now = engine.timing.now();
    await holdRun(client, run, now, conversation.takeRequests());
    await client.query("UPDATE sync_run SET waits_until = $2, waits_for = $3 WHERE id = $1", [run.runId, new Date(now.getTime() + after), JSON.stringify({ code, params })]);
  });
}

function describeFailure({ step: { run, kinds, retrieval, vendorName }, error, conversation, attempt }: Failure) {
  const [kind] = kinds;
  return {
    accountId: run.accountId,
    connectionId: run.connectionId,
    runId: run.runId,
    // What ends the run is said by the run itself; here stand the particulars.
    parentId: run.runId,
    level: "error" as const,
    operation: "import.failed",
    messageKey: "import.failed",
    params: { kind: kind ?? retrieval.id, vendor: vendorName, code: error.code, tries: attempt + 1 },
    kind: kind ?? null,
    detail: { attempt: attempt + 1, error: { code: error.code, params: error.params, detail: error.detail, cause: causeOf(error) }, exchanges: keptExchanges(conversation.exchanges) },
  };
}

function causeOf(error: AppError): string | undefined {
  return error.cause instanceof Error ? error.cause.message : undefined;
}

import { insertOwnEvent } from "./events";
import { readActiveFunctions } from "./functions";
import { startRuns } from "./routing";
import type { Transaction } from "./store";

/** Ends a run as failed and starts its function's `onFailure`, if it has one, with the error and the original event. */
export async function failRun(transaction: Transaction, runId: string, error: unknown): Promise<void> {
  const { rows } = await transaction.query<{ function_id: string; payload: unknown }>(
    `update engine_run run set state = 'failed', ended_at = now(), error = $2
     from engine_event event where run.id = $1 and event.id = run.event_id
     returning run.function_id, event.payload`,
    [runId, JSON.stringify(error ?? null)],
  );
  await transaction.query("delete from engine_call where run_id = $1 and lease_until is null", [runId]);
  const [failed] = rows;
  if (failed === undefined) return;
  const listening = (await readActiveFunctions(transaction)).filter(({ triggers }) =>
    triggers.some((trigger) => trigger.type === "failure" && trigger.functionId === failed.function_id),
  );
  if (listening.length === 0) return;
  const data = { function_id: failed.function_id, run_id: runId, error, event: failed.payload };
  const event = await insertOwnEvent(transaction, `inngest/function.failed ${runId}`, "inngest/function.failed", data);
  if (event !== null) await startRuns(transaction, listening.map((definition) => ({ definition, event })));
}

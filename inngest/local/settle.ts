import type pg from "pg";
import { assertNever } from "@/lib/assert";
import type { Operation, Outcome } from "./answer";
import { type Retry, retryDelay } from "./backoff";
import type { ClaimedCall } from "./claims";
import { functionDefinition } from "./definition";
import { failRun } from "./run-failure";
import { announceWork, inTransaction, type Transaction } from "./store";
import type { EngineTiming } from "./timing";

/**
 * Writes what a call came to and what its run waits for next. Nothing is written when another engine has taken the call
 * over meanwhile, when it was given back (this was written already, and only the database's word of it got lost), or when the run was cancelled. The run is locked first and the call after it, everywhere.
 */
export async function settleCall(pool: pg.Pool, call: ClaimedCall, outcome: Outcome, timing: EngineTiming): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    const isLive = await lockLiveRun(transaction, call.runId);
    const { rows: own } = await transaction.query("select id from engine_call where id = $1 and fence = $2 and lease_until is not null for update", [call.id, call.fence]);
    if (own.length === 0) return;
    if (isLive) await writeOutcome(transaction, call, outcome, timing);
    else await deleteCall(transaction, call);
    await announceWork(transaction);
  });
}

export async function lockLiveRun(transaction: Transaction, runId: string): Promise<boolean> {
  const { rows } = await transaction.query<{ state: string }>("select state from engine_run where id = $1 for update", [runId]);
  return rows[0]?.state === "live";
}

async function writeOutcome(transaction: Transaction, call: ClaimedCall, outcome: Outcome, timing: EngineTiming): Promise<void> {
  switch (outcome.type) {
    case "completed":
      await transaction.query("update engine_run set state = 'completed', ended_at = now(), result = $2 where id = $1", [call.runId, JSON.stringify(outcome.result ?? null)]);
      await deleteCall(transaction, call);
      await transaction.query("delete from engine_call where run_id = $1 and lease_until is null", [call.runId]);
      return;
    case "advanced": {
      if (call.kind === "discover" && !(await hasNews(transaction, call, outcome.operations))) {
        const error = { name: "Error", message: "The function named no step that was not known already.", stack: "" };
        return writeOutcome(transaction, call, { type: "functionFailed", error, retry: { type: "usual" } }, timing);
      }
      await deleteCall(transaction, call);
      for (const operation of outcome.operations) await writeOperation(transaction, call.runId, operation);
      return discoverNext(transaction, call.runId);
    }
    case "stepFailed": {
      if (await tryAgain(transaction, call, outcome.retry, timing)) return;
      await deleteCall(transaction, call);
      await writeOperation(transaction, call.runId, { ...outcome, type: "failed" });
      return discoverNext(transaction, call.runId);
    }
    case "functionFailed": {
      if (await tryAgain(transaction, call, outcome.retry, timing)) return;
      await deleteCall(transaction, call);
      return failRun(transaction, call.runId, outcome.error);
    }
    default:
      assertNever(outcome);
  }
}

/** The first outcome of a step is the one that counts. */
export async function writeStep(transaction: Transaction, runId: string, stepId: string, name: string, outcome: { data: unknown } | { error: unknown }): Promise<void> {
  await transaction.query(
    "insert into engine_step (run_id, step_id, name, outcome, ended_at) values ($1, $2, $3, $4, now()) on conflict do nothing",
    [runId, stepId, name, JSON.stringify(outcome)],
  );
}

/** Enters the function again once no step of the run is under way or asleep. */
export async function discoverNext(transaction: Transaction, runId: string): Promise<void> {
  await transaction.query(
    `insert into engine_call (run_id, kind, step_id, name, due_at)
     select $1::uuid, 'discover', 'step', '', now() where not exists (select from engine_call where run_id = $1)`,
    [runId],
  );
}

async function writeOperation(transaction: Transaction, runId: string, operation: Operation): Promise<void> {
  switch (operation.type) {
    case "done":
      return writeStep(transaction, runId, operation.stepId, operation.name, { data: operation.data ?? null });
    case "failed":
      return writeStep(transaction, runId, operation.stepId, operation.name, { error: operation.error ?? null });
    case "planned":
      return addCall(transaction, runId, operation, "step", 0);
    case "sleep":
      return addCall(transaction, runId, operation, "sleep", operation.milliseconds);
    default:
      assertNever(operation);
  }
}

async function addCall(transaction: Transaction, runId: string, { stepId, name }: Operation, kind: "step" | "sleep", delay: number): Promise<void> {
  await transaction.query(
    `insert into engine_call (run_id, kind, step_id, name, due_at)
     select $1::uuid, $2::engine_call_kind, $3::text, $4::text, now() + $5 * interval '1 millisecond'
     where not exists (select from engine_step where run_id = $1 and step_id = $3) on conflict do nothing`,
    [runId, kind, stepId, name, delay],
  );
}

/** A function that names only steps whose outcome it was given would be entered again for ever. */
async function hasNews(transaction: Transaction, { runId }: ClaimedCall, operations: readonly Operation[]): Promise<boolean> {
  const { rows } = await transaction.query<{ step_id: string }>("select step_id from engine_step where run_id = $1", [runId]);
  const known = new Set(rows.map((row) => row.step_id));
  return operations.some((operation) => !known.has(operation.stepId));
}

/** @returns false when that was the last try */
async function tryAgain(transaction: Transaction, call: ClaimedCall, retry: Retry, timing: EngineTiming): Promise<boolean> {
  if (retry.type === "never" || call.attempt + 1 >= (await readAttempts(transaction, call.functionId))) return false;
  await transaction.query(
    `update engine_call set attempt = attempt + 1, interruptions = 0, lease_until = null, due_at = now() + $2 * interval '1 millisecond'
     where id = $1`,
    [call.id, retryDelay(retry, call.attempt, timing)],
  );
  return true;
}

async function readAttempts(transaction: Transaction, functionId: string): Promise<number> {
  const { rows } = await transaction.query<{ definition: unknown }>("select definition from engine_function where id = $1", [functionId]);
  return functionDefinition.parse(rows[0]?.definition).attempts;
}

async function deleteCall(transaction: Transaction, call: ClaimedCall): Promise<void> {
  await transaction.query("delete from engine_call where id = $1", [call.id]);
}

import type pg from "pg";
import { assertNever } from "@/lib/assert";
import { logger } from "@/lib/logger";
import { isUnknownFunction, readAnswer } from "./answer";
import type { AppPresence } from "./app-presence";
import { requestApp } from "./app-request";
import { canonicalJson } from "./canonical-json";
import { type ClaimedCall, releaseCall } from "./claims";
import { functionDefinition } from "./definition";
import { settleCall } from "./settle";
import type { EngineTiming } from "./timing";

export type ExecutionContext = { pool: pg.Pool; endpoint: URL; signingKey: string; timing: EngineTiming; presence: AppPresence };

/** Makes one claimed call to the app and settles what comes of it. @param signal ends it when the lease is lost */
export async function executeCall(call: ClaimedCall, { pool, endpoint, signingKey, timing, presence }: ExecutionContext, signal: AbortSignal): Promise<void> {
  const url = new URL(endpoint);
  url.searchParams.set("fnId", call.functionId);
  url.searchParams.set("stepId", call.kind === "discover" ? "step" : call.stepId);
  const stubbornly = <T>(act: () => Promise<T>) => persist(act, call, timing);
  const body = await stubbornly(() => readCallBody(pool, call));
  const headers = { "x-run-id": call.runId };
  const reply = await requestApp({ url, method: "POST", body, headers, timeout: timing.callTimeout, signal }, signingKey, timing);
  if (signal.aborted) return;
  const log = logger.child({ functionId: call.functionId, runId: call.runId, step: call.name, attempt: call.attempt });
  switch (reply.type) {
    case "unreachable":
      presence.lose(reply.reason);
      return stubbornly(() => releaseCall(pool, call));
    case "interrupted":
      log.warn({ reason: reply.reason }, "job engine: a call was cut off");
      presence.lose(reply.reason);
      return stubbornly(() => settleInterruption(pool, call, reply.reason, timing));
    case "answered": {
      if (isUnknownFunction(reply)) presence.refresh();
      const outcome = readAnswer(reply, call.functionId);
      if (outcome.type === "functionFailed" || outcome.type === "stepFailed") log.warn({ failure: outcome.error }, "job engine: a call failed");
      return stubbornly(() => settleCall(pool, call, outcome, timing));
    }
    default:
      assertNever(reply);
  }
}

/** The body as canonical JSON, which is what the signature is made over. */
async function readCallBody(pool: pg.Pool, call: ClaimedCall): Promise<string> {
  const { rows } = await pool.query<{ payload: unknown; definition: unknown }>(
    `select event.payload, function.definition from engine_run run
     join engine_event event on event.id = run.event_id join engine_function function on function.id = run.function_id
     where run.id = $1`,
    [call.runId],
  );
  const { rows: steps } = await pool.query<{ step_id: string; outcome: object }>(
    "select step_id, outcome from engine_step where run_id = $1 order by position",
    [call.runId],
  );
  const [run] = rows;
  const stack = steps.map((step) => step.step_id);
  return canonicalJson({
    version: 2,
    event: run?.payload,
    events: [run?.payload],
    steps: Object.fromEntries(steps.map(({ step_id: id, outcome }) => [id, { type: "data" in outcome ? "data" : "error", ...outcome }])),
    ctx: {
      run_id: call.runId,
      attempt: call.attempt,
      max_attempts: functionDefinition.parse(run?.definition).attempts,
      disable_immediate_execution: call.kind === "step",
      use_api: false,
      stack: { stack, current: stack.length },
    },
  });
}

/** A call that was cut off is made again soon and costs no attempt, unless it happens so often that the step may be the cause. */
async function settleInterruption(pool: pg.Pool, call: ClaimedCall, reason: string, timing: EngineTiming): Promise<void> {
  if (call.interruptions >= timing.freeInterruptions) {
    const error = { name: "Interrupted", message: `The app broke off the call ${call.interruptions + 1} times: ${reason}`, stack: "" };
    return settleCall(pool, call, { type: "functionFailed", error, retry: { type: "usual" } }, timing);
  }
  await pool.query(
    `update engine_call set interruptions = interruptions + 1, lease_until = null, due_at = now() + $3 * interval '1 millisecond'
     where id = $1 and fence = $2 and lease_until is not null`,
    [call.id, call.fence, timing.interruptionDelay],
  );
}

/**
 * Asks the database until it does it: a restarting one would cost the work of a whole step, or keep a call that was cut off waiting for the end of its lease.
 * @throws whatever it says after the time of a lease
 */
async function persist<T>(act: () => Promise<T>, call: ClaimedCall, timing: EngineTiming): Promise<T> {
  const giveUpAt = Date.now() + timing.callLease;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      logger.warn({ err: error, runId: call.runId }, "job engine: the database did not do what a call needs; it is asked again");
      await new Promise((resolve) => setTimeout(resolve, timing.databaseRetry));
    }
  }
}

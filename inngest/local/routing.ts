import { randomUUID } from "node:crypto";
import { cancelRuns, cancelTokens, tokensOfEvent } from "./cancellation";
import { concurrencySlots } from "./concurrency";
import type { FunctionDefinition } from "./definition";
import type { StoredEvent } from "./events";
import type { Transaction } from "./store";

/**
 * Ends the runs that the events cancel and starts those they trigger, in the events' order.
 * @returns the ids of the events that concerned at least one function
 */
export async function routeEvents(transaction: Transaction, events: readonly StoredEvent[], functions: readonly FunctionDefinition[]): Promise<string[]> {
  const routed: string[] = [];
  let starting: { definition: FunctionDefinition; event: StoredEvent }[] = [];
  for (const event of events) {
    const tokens = functions.flatMap((definition) => tokensOfEvent(definition, event.payload));
    if (tokens.length > 0) {
      await startRuns(transaction, starting);
      starting = [];
      await cancelRuns(transaction, tokens);
    }
    const triggered = functions.filter((definition) => isTriggered(definition, event));
    starting.push(...triggered.map((definition) => ({ definition, event })));
    if (triggered.length > 0 || functions.some(({ cancel }) => cancel.some((each) => each.event === event.payload.name))) routed.push(event.id);
  }
  await startRuns(transaction, starting);
  return routed;
}

function isTriggered(definition: FunctionDefinition, { payload }: StoredEvent): boolean {
  return definition.triggers.some((trigger) => trigger.type === "event" && trigger.event === payload.name);
}

/** Starts one run each; an event whose `ts` lies in the future delays it until then. */
export async function startRuns(transaction: Transaction, starting: readonly { definition: FunctionDefinition; event: StoredEvent }[]): Promise<void> {
  if (starting.length === 0) return;
  const runs = starting.map(({ definition, event }, position) => ({
    id: randomUUID(),
    position,
    function_id: definition.id,
    event_id: event.id,
    concurrency: concurrencySlots(definition, event.payload),
    cancel_tokens: cancelTokens(definition, event.payload),
    due: event.payload.ts / 1000,
  }));
  await transaction.query(
    `with starting as (
       select * from jsonb_to_recordset($1::jsonb)
         as run (id uuid, position int, function_id text, event_id uuid, concurrency jsonb, cancel_tokens text[], due double precision)
     ), started as (
       insert into engine_run (id, function_id, event_id, state, concurrency, cancel_tokens, created_at)
       select id, function_id, event_id, 'live', concurrency, cancel_tokens, now() from starting order by position
     )
     insert into engine_call (run_id, kind, step_id, name, due_at)
     select id, 'discover', 'step', '', greatest(now(), to_timestamp(due)) from starting order by position`,
    [JSON.stringify(runs)],
  );
}

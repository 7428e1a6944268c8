import type { FunctionDefinition } from "./definition";
import type { EventPayload } from "./events";
import { type CancelCondition, type DataPath, valueAt } from "./expressions";
import type { Transaction } from "./store";

type Cancel = FunctionDefinition["cancel"][number];

/**
 * The words that end a run: a run keeps those of its own event, an arriving event calls out its own, and where one is
 * the same the run ends. So cancelling is one indexed statement and needs nothing in memory.
 */
function token(functionId: string, { event, condition }: Cancel, data: unknown, pathOf: (condition: CancelCondition) => DataPath): string[] {
  if (condition === null) return [JSON.stringify([functionId, event])];
  const value = valueAt(data, pathOf(condition));
  return value === null ? [] : [JSON.stringify([functionId, event, condition, value])];
}

export function cancelTokens({ id, cancel }: FunctionDefinition, event: EventPayload): string[] {
  return cancel.flatMap((each) => token(id, each, event.data, (condition) => condition.runPath));
}

export function tokensOfEvent({ id, cancel }: FunctionDefinition, event: EventPayload): string[] {
  return cancel.filter((each) => each.event === event.name).flatMap((each) => token(id, each, event.data, (condition) => condition.eventPath));
}

/**
 * Ends the live runs that hold one of the tokens. A call under way is left to finish, keeps its place until then, and
 * its outcome is thrown away.
 */
export async function cancelRuns(transaction: Transaction, tokens: readonly string[]): Promise<void> {
  await transaction.query(
    `with cancelled as (
       update engine_run set state = 'cancelled', ended_at = now()
       where state = 'live' and cancel_tokens && $1::text[] returning id
     )
     delete from engine_call using cancelled where run_id = cancelled.id and lease_until is null`,
    [tokens],
  );
}

import { canonicalJson } from "./canonical-json";
import { nextOccurrence, parseCron } from "./cron";
import { functionDefinition, type FunctionDefinition } from "./definition";
import type { Transaction } from "./store";

/** The functions that are registered now. */
export async function readActiveFunctions(transaction: Transaction): Promise<FunctionDefinition[]> {
  const { rows } = await transaction.query<{ definition: unknown }>("select definition from engine_function where is_active order by id");
  return rows.map((row) => functionDefinition.parse(row.definition));
}

/**
 * Replaces what is registered. Functions that are no longer named stay known to their runs but are triggered no more;
 * a cron trigger that was there before keeps its next time, so that a tick missed meanwhile is made up for.
 * @returns whether anything changed
 */
export async function replaceFunctions(transaction: Transaction, functions: readonly FunctionDefinition[]): Promise<boolean> {
  await transaction.query("lock table engine_function in share row exclusive mode");
  const inOrder = [...functions].sort((left, right) => (left.id < right.id ? -1 : 1));
  if (canonicalJson(await readActiveFunctions(transaction)) === canonicalJson(inOrder)) return false;
  await transaction.query("update engine_function set is_active = false where is_active");
  const schedules: { functionId: string; expression: string; nextAt: Date }[] = [];
  for (const definition of functions) {
    await transaction.query(
      `insert into engine_function (id, definition, is_active, registered_at) values ($1, $2, true, now())
       on conflict (id) do update set definition = excluded.definition, is_active = true, registered_at = now()`,
      [definition.id, JSON.stringify(definition)],
    );
    for (const trigger of definition.triggers) {
      if (trigger.type !== "cron") continue;
      schedules.push({ functionId: definition.id, expression: trigger.expression, nextAt: nextOccurrence(parseCron(trigger.expression), new Date()) });
    }
  }
  await transaction.query(
    `delete from engine_schedule
     where (function_id, expression) not in (select * from unnest($1::text[], $2::text[]))`,
    [schedules.map((schedule) => schedule.functionId), schedules.map((schedule) => schedule.expression)],
  );
  for (const { functionId, expression, nextAt } of schedules) {
    await transaction.query("insert into engine_schedule (function_id, expression, next_at) values ($1, $2, $3) on conflict do nothing", [functionId, expression, nextAt]);
  }
  return true;
}

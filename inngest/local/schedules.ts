import type pg from "pg";
import { nextOccurrence, parseCron } from "./cron";
import { functionDefinition } from "./definition";
import { insertOwnEvent } from "./events";
import { startRuns } from "./routing";
import { announceWork, inTransaction, type Transaction } from "./store";

type DueSchedule = { function_id: string; expression: string; next_at: Date; now: Date; definition: unknown };

/** The name of the event that a cron trigger's function is given. */
const timerEvent = "inngest/scheduled.timer";

/** Starts the runs whose cron trigger is due: one each, however many ticks were missed. */
export async function fireSchedules(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<DueSchedule>(
      `select schedule.function_id, schedule.expression, schedule.next_at, now() as now, function.definition
       from engine_schedule schedule join engine_function function on function.id = schedule.function_id
       where schedule.next_at <= now() and function.is_active
       order by schedule.next_at for update of schedule skip locked`,
    );
    for (const due of rows) {
      await transaction.query("update engine_schedule set next_at = $3 where function_id = $1 and expression = $2", [
        due.function_id,
        due.expression,
        nextOccurrence(parseCron(due.expression), due.now),
      ]);
      if (!(await isWaitingAlready(transaction, due))) await startScheduled(transaction, due);
    }
    if (rows.length > 0) await announceWork(transaction);
  });
}

async function startScheduled(transaction: Transaction, due: DueSchedule): Promise<void> {
  const tick = `${timerEvent} ${due.function_id} ${due.expression} ${due.next_at.toISOString()}`;
  const event = await insertOwnEvent(transaction, tick, timerEvent, { cron: due.expression });
  if (event !== null) await startRuns(transaction, [{ definition: functionDefinition.parse(due.definition), event }]);
}

/**
 * Whether an earlier tick's run has got nowhere yet: the app is away or busy, or the first call to it is on its way or was cut off.
 * One run makes up for all the ticks missed.
 */
async function isWaitingAlready(transaction: Transaction, due: DueSchedule): Promise<boolean> {
  const { rows } = await transaction.query(
    `select from engine_run run
     join engine_event event on event.id = run.event_id and event.name = $2
     join engine_call call on call.run_id = run.id and call.kind = 'discover'
     where run.function_id = $1 and run.state = 'live' and call.attempt = 0
       and event.payload -> 'data' ->> 'cron' = $3
       and not exists (select from engine_step step where step.run_id = run.id)
     limit 1`,
    [due.function_id, timerEvent, due.expression],
  );
  return rows.length > 0;
}

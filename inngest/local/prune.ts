import type pg from "pg";
import { logger } from "@/lib/logger";
import type { EngineTiming } from "./timing";

const batch = 1000;

/** In this order: an event stays while a run refers to it. */
const statements = [
  `delete from engine_call where id in (
     select call.id from engine_call call join engine_run run on run.id = call.run_id
     where run.state <> 'live' and (call.lease_until is null or call.lease_until <= now()) and $1::float8 >= 0 limit ${batch})`,
  `delete from engine_run where id in (
     select id from engine_run where ended_at < now() - $1 * interval '1 millisecond' limit ${batch})`,
  `delete from engine_event where id in (
     select event.id from engine_event event where received_at < now() - $1 * interval '1 millisecond'
       and not exists (select from engine_run run where run.event_id = event.id) limit ${batch})`,
];

/** Deletes ended runs and events older than the retention, a batch at a time. */
export async function prune(pool: pg.Pool, timing: EngineTiming): Promise<void> {
  const age = Math.max(timing.retention, timing.duplicateWindow);
  for (const statement of statements) {
    let deleted = batch;
    while (deleted === batch) deleted = (await pool.query(statement, [age])).rowCount ?? 0;
  }
}

/** @returns stops it */
export function startPruning(pool: pg.Pool, timing: EngineTiming): () => void {
  const timer = setInterval(() => {
    prune(pool, timing).catch((error: unknown) => logger.warn({ err: error }, "job engine: old runs could not be deleted"));
  }, timing.pruneInterval);
  return () => clearInterval(timer);
}

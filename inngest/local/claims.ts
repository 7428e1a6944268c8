import type pg from "pg";
import { inTransaction } from "./store";

/** A call that this engine, and no other, may make until its lease ends. */
export type ClaimedCall = {
  id: string;
  /** Raised by every claim: whoever holds an older number writes nothing. */
  fence: number;
  runId: string;
  functionId: string;
  kind: "discover" | "step";
  stepId: string;
  name: string;
  attempt: number;
  interruptions: number;
};

/** Claims wait for each other, in all engines, so that calls under way are counted rightly. */
const claimLock = 727_073_701;

const claimable = `
  with busy as (
    select slot.key, count(*) as calls
    from engine_call call
    join engine_run run on run.id = call.run_id
    cross join jsonb_to_recordset(run.concurrency) as slot (key text, "limit" int)
    where call.lease_until > now()
    group by slot.key
  )
  select call.id, run.function_id
  from engine_call call
  join engine_run run on run.id = call.run_id
  where call.kind <> 'sleep' and call.due_at <= now() and (call.lease_until is null or call.lease_until <= now())
    and run.state = 'live'
    and not exists (
      select from jsonb_to_recordset(run.concurrency) as slot (key text, "limit" int)
      join busy on busy.key = slot.key
      where busy.calls >= slot."limit"
    )
  order by run.position, call.id
  limit 1 for update of call skip locked`;

/** Takes the next call that is due, that nobody has under way and that its function's concurrency allows; null if there is none. */
export async function claimCall(pool: pg.Pool, lease: number): Promise<ClaimedCall | null> {
  return inTransaction(pool, async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock($1)", [claimLock]);
    // A lease that ended with its call still there means a lost engine: an interruption like any other.
    const { rows } = await transaction.query<ClaimedCall>(
      `with next as (${claimable})
       update engine_call call
       set fence = fence + 1,
           interruptions = interruptions + (lease_until is not null)::int,
           lease_until = now() + $1 * interval '1 millisecond'
       from next where call.id = next.id
       returning call.id, fence, run_id as "runId", next.function_id as "functionId", kind, step_id as "stepId", name, attempt, interruptions`,
      [lease],
    );
    return rows[0] ?? null;
  });
}

/**
 * Keeps the leases of calls under way; one that was given back since the caller looked stays free for whoever claims it.
 * @returns those that are still ours
 */
export async function extendLeases(pool: pg.Pool, calls: readonly ClaimedCall[], lease: number): Promise<Set<ClaimedCall>> {
  const { rows } = await pool.query<{ place: number }>(
    `update engine_call call set lease_until = now() + $3 * interval '1 millisecond'
     from unnest($1::bigint[], $2::int[]) with ordinality as held (id, fence, place)
     where call.id = held.id and call.fence = held.fence and call.lease_until is not null returning held.place::int`,
    [calls.map((call) => call.id), calls.map((call) => call.fence), lease],
  );
  const ours = new Set(rows.map(({ place }) => place));
  return new Set(calls.filter((_call, index) => ours.has(index + 1)));
}

/** Gives a call back as if it had never been claimed. */
export async function releaseCall(pool: pg.Pool, call: ClaimedCall): Promise<void> {
  await pool.query("update engine_call set lease_until = null where id = $1 and fence = $2", [call.id, call.fence]);
}

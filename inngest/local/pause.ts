import type pg from "pg";

/** When the database was looked at last, as its clock says. */
export type Look = { readonly pause: number; readonly at: string };

/**
 * Until the next sleep, delayed start, retry or cron tick; what waits for its turn is announced.
 * @param since the look before: what has come due after it may have done so behind the back of whoever has just looked for work
 * @param longest milliseconds
 * @returns `pause` in milliseconds
 */
export async function readPause(pool: pg.Pool, since: string | null, longest: number): Promise<Look> {
  const { rows } = await pool.query<{ pause: number | null; at: string }>(
    `select now()::text as at, (extract(epoch from least(
       (select min(due_at) from engine_call where due_at > coalesce($1::timestamptz, now())),
       (select min(next_at) from engine_schedule schedule join engine_function function on function.id = schedule.function_id and function.is_active)
     ) - now()) * 1000)::float8 as pause`,
    [since],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("The database does not say what time it is.");
  return { pause: Math.min(longest, Math.max(1, Math.ceil(row.pause ?? longest))), at: row.at };
}

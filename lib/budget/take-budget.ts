import type { ClientBase } from "pg";
import type { Database } from "@/lib/db";
import { inTransaction } from "@/lib/transaction";
import type { Timing } from "@/lib/timing";

/** `perMinute`: requests the vendor allows within the timing's rate window. */
export type BudgetRequest = { connectionId: string; perMinute: number; signal: AbortSignal };

/**
 * Waits for a place in a connection's rate budget and takes it. The budget is kept in the database and shared by every
 * process: within any window as long as the vendor's, no more requests are let through than it allows.
 * @throws the signal's reason when it is aborted while waiting
 */
export async function takeBudget(db: Database, timing: Timing, { connectionId, perMinute, signal }: BudgetRequest): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const wait = await tryToTake(db, connectionId, perMinute, timing.rateWindow);
    if (wait === 0) return;
    await waitOrAbort(timing, wait, signal);
  }
}

/** Out: 0 when a place was taken, else the milliseconds until one may be free. */
function tryToTake(db: Database, connectionId: string, perMinute: number, window: number): Promise<number> {
  return inTransaction(db, (client) => takeLocked(client, connectionId, perMinute, window));
}

async function takeLocked(client: ClientBase, connectionId: string, perMinute: number, window: number): Promise<number> {
  await client.query("INSERT INTO rate_budget (connection_id, sent_at) VALUES ($1, '{}') ON CONFLICT DO NOTHING", [connectionId]);
  const { rows } = await client.query<{ sent: Date[] }>(`SELECT sent_at AS sent FROM rate_budget WHERE connection_id = $1 FOR UPDATE`, [connectionId]);
  // The clock is asked after the row is locked, so that the moments stand in order whoever writes them.
  const { rows: clock } = await client.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  const now = clock[0]?.now.getTime() ?? Date.now();
  const recent = (rows[0]?.sent ?? []).filter((moment) => moment.getTime() > now - spacing(window));
  const oldest = recent[recent.length - perMinute];
  if (oldest) return Math.max(1, oldest.getTime() + spacing(window) - now);
  await client.query("UPDATE rate_budget SET sent_at = $2 WHERE connection_id = $1", [connectionId, [...recent, new Date(now)].map((moment) => moment.toISOString())]);
  return 0;
}

/** Requests travel for different times: two that leave exactly a window apart may arrive closer together. */
export function spacing(window: number): number {
  return window + Math.min(1_000, window / 20);
}

async function waitOrAbort(timing: Timing, milliseconds: number, signal: AbortSignal): Promise<void> {
  const watched = new AbortController();
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true, signal: watched.signal });
  });
  await Promise.race([timing.wait(milliseconds), aborted]);
  watched.abort();
}

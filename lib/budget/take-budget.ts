import type { ClientBase } from "pg";
import type { Database } from "@/lib/db";
import { inTransaction } from "@/lib/transaction";
import type { Timing } from "@/lib/timing";

/** `perMinute`: requests the vendor allows within the timing's rate window. `purpose`: exports go before imports. */
export type BudgetRequest = { connectionId: string; perMinute: number; purpose?: BudgetPurpose; signal: AbortSignal };
export type BudgetPurpose = "export" | "import";

/**
 * Waits for a place in a connection's rate budget and takes it. The budget is kept in the database and shared by every
 * process: within any window as long as the vendor's, no more requests are let through than it allows. While an export waits, imports keep to a
 * fifth of it; that fifth exports never take.
 * @throws the signal's reason when it is aborted while waiting
 */
export async function takeBudget(db: Database, timing: Timing, { connectionId, perMinute, purpose = "import", signal }: BudgetRequest): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const wait = await inTransaction(db, (client) => takeLocked(client, { connectionId, perMinute, purpose, window: timing.rateWindow }));
    if (wait === 0) return;
    await waitOrAbort(timing, wait, signal);
  }
}

type Row = { sent: Date[]; imports: Date[]; exportWaitsUntil: Date | null; now: Date };
type Place = { connectionId: string; perMinute: number; purpose: BudgetPurpose; window: number };

/** Out: 0 when a place was taken, else the milliseconds until one may be free. */
async function takeLocked(client: ClientBase, { connectionId, perMinute, purpose, window }: Place): Promise<number> {
  const row = await lockBudget(client, connectionId);
  const now = row.now.getTime();
  const isRecent = (moment: Date) => moment.getTime() > now - spacing(window);
  const recent = row.sent.filter(isRecent);
  const imports = row.imports.filter(isRecent);
  const free = purpose === "export" ? freeForExport(recent, imports, perMinute) : freeForImport(recent, imports, perMinute, row.exportWaitsUntil, now);
  const wait = free === null ? 0 : Math.max(1, free.getTime() + spacing(window) - now);
  if (wait > 0) {
    // Others must not take the place in the moment between.
    if (purpose === "export") await client.query("UPDATE rate_budget SET export_waits_until = $2 WHERE connection_id = $1", [connectionId, new Date(now + wait + window / 20)]);
    return wait;
  }
  const written = (moments: readonly Date[], isOne: boolean) => (isOne ? [...moments, new Date(now)] : moments).map((moment) => moment.toISOString());
  await client.query("UPDATE rate_budget SET sent_at = $2, import_sent_at = $3, export_waits_until = CASE WHEN $4 THEN NULL ELSE export_waits_until END WHERE connection_id = $1", [
    connectionId, written(recent, true), written(imports, purpose === "import"), purpose === "export",
  ]);
  return 0;
}

/** The clock is asked after the row is locked, so that the moments stand in order whoever writes them. */
async function lockBudget(client: ClientBase, connectionId: string): Promise<Row> {
  for (;;) {
    const { rows: [row] } = await client.query<Row>(
      `WITH budget AS MATERIALIZED (SELECT sent_at, import_sent_at, export_waits_until FROM rate_budget WHERE connection_id = $1 FOR UPDATE)
       SELECT sent_at AS sent, import_sent_at AS imports, export_waits_until AS "exportWaitsUntil", clock_timestamp() AS now FROM budget`,
      [connectionId],
    );
    if (row) return row;
    await client.query("INSERT INTO rate_budget (connection_id, sent_at) VALUES ($1, '{}') ON CONFLICT DO NOTHING", [connectionId]);
  }
}

/** What imports may always have. */
const importShare = (perMinute: number) => Math.floor(perMinute / 5);

/** Out: the request that has to fall out of the window before there is a place; null: there is one. */
function freeForExport(recent: readonly Date[], imports: readonly Date[], perMinute: number): Date | null {
  const full = recent[recent.length - perMinute];
  if (full) return full;
  const left = imports.map((moment) => moment.getTime());
  const exports = recent.filter((moment) => {
    const index = left.indexOf(moment.getTime());
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return exports[exports.length - (perMinute - importShare(perMinute))] ?? null;
}

function freeForImport(recent: readonly Date[], imports: readonly Date[], perMinute: number, exportWaitsUntil: Date | null, now: number): Date | null {
  const full = recent[recent.length - perMinute];
  if (full) return full;
  const isOvertaken = exportWaitsUntil !== null && exportWaitsUntil.getTime() > now;
  return isOvertaken ? (imports[imports.length - Math.max(1, importShare(perMinute))] ?? null) : null;
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

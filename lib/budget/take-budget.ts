import type { ClientBase } from "pg";
import type { Database } from "@/lib/db";
import { inTransaction } from "@/lib/transaction";
import type { Timing } from "@/lib/timing";

/** `perMinute`: requests the vendor allows within the timing's rate window; `isPaced`: an import's requests go one slot apart. */
export type BudgetRequest = { connectionId: string; perMinute: number; purpose?: BudgetPurpose; isPaced?: boolean; signal: AbortSignal };
/** Exports, and what a webhook tells of, go before imports. */
export type BudgetPurpose = "export" | "webhook" | "import";

/**
 * Waits for a place in a connection's rate budget and takes it. The budget is kept in the database and shared by every
 * process: within any window as long as the vendor's, no more requests are let through than it allows. What is urgent goes first: while it waits,
 * imports keep to a fifth of the budget, and that fifth nothing urgent ever takes. Imports may use all of it, but the last place they take only
 * shortly before another one becomes free: so whatever is urgent begins within one slot, the window divided by `perMinute`. Paced imports leave a slot
 * between their requests, so that an export of several requests waits no longer than as many slots in all.
 * @throws the signal's reason when it is aborted while waiting
 */
export async function takeBudget(db: Database, timing: Timing, { connectionId, perMinute, purpose = "import", isPaced = false, signal }: BudgetRequest): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    if (purpose !== "import" && (await takeAtOnce(db, { connectionId, perMinute, window: timing.rateWindow }))) return;
    const wait = await inTransaction(db, (client) => takeLocked(client, { connectionId, perMinute, purpose, isPaced, window: timing.rateWindow }));
    if (wait === 0) return;
    await waitOrAbort(timing, wait, signal);
  }
}

/**
 * Takes a place for something urgent where there is one beyond doubt, however the places were taken: a single statement, since most requests find the
 * budget far from used up. Nobody gets between: whoever changes the row at that moment is waited for, and everything is asked again, the clock too.
 * Out: whether it was taken.
 */
async function takeAtOnce({ pool }: Database, { connectionId, perMinute, window }: { connectionId: string; perMinute: number; window: number }): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE rate_budget
     SET sent_at = ARRAY(SELECT moment FROM unnest(sent_at) moment WHERE moment > clock_timestamp() - $2 * interval '1 millisecond' ORDER BY moment) || date_trunc('milliseconds', clock_timestamp())::timestamptz(3),
         export_waits_until = NULL
     WHERE connection_id = $1 AND (SELECT count(*) FROM unnest(sent_at) moment WHERE moment > clock_timestamp() - $2 * interval '1 millisecond') < $3`,
    [connectionId, spacing(window), perMinute - importShare(perMinute)],
  );
  return rowCount === 1;
}

type Row = { sent: Date[]; imports: Date[]; exportWaitsUntil: Date | null; now: Date };
type Place = { connectionId: string; perMinute: number; purpose: BudgetPurpose; isPaced: boolean; window: number };

/** Out: 0 when a place was taken, else the milliseconds until one may be free. */
async function takeLocked(client: ClientBase, { connectionId, perMinute, purpose, isPaced, window }: Place): Promise<number> {
  const row = await lockBudget(client, connectionId);
  const now = row.now.getTime();
  const isRecent = (moment: Date) => moment.getTime() > now - spacing(window);
  const recent = row.sent.filter(isRecent);
  const imports = row.imports.filter(isRecent);
  const isUrgent = purpose !== "import";
  const free = isUrgent ? freeForUrgent(recent, imports, perMinute, window) : freeForImport(recent, imports, perMinute, { window, now, isPaced, urgentWaitsUntil: row.exportWaitsUntil });
  const wait = free === null ? 0 : Math.max(1, Math.ceil(free - now));
  if (wait > 0) {
    // Others must not take the place in the moment between.
    if (isUrgent) await client.query("UPDATE rate_budget SET export_waits_until = $2 WHERE connection_id = $1", [connectionId, new Date(now + wait + window / 20)]);
    return wait;
  }
  const written = (moments: readonly Date[], isOne: boolean) => (isOne ? [...moments, new Date(now)] : moments).map((moment) => moment.toISOString());
  await client.query("UPDATE rate_budget SET sent_at = $2, import_sent_at = $3, export_waits_until = CASE WHEN $4 THEN NULL ELSE export_waits_until END WHERE connection_id = $1", [
    connectionId, written(recent, true), written(imports, !isUrgent), isUrgent,
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

/** Milliseconds since 1970 at which there may be a place; null: there is one. */
type PlaceAt = number | null;

function freeForUrgent(recent: readonly Date[], imports: readonly Date[], perMinute: number, window: number): PlaceAt {
  const left = imports.map((moment) => moment.getTime());
  const urgent = recent.filter((moment) => {
    const index = left.indexOf(moment.getTime());
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return leavesAt(recent[recent.length - perMinute] ?? urgent[urgent.length - (perMinute - importShare(perMinute))], window);
}

type Circumstances = { window: number; now: number; isPaced: boolean; urgentWaitsUntil: Date | null };

function freeForImport(recent: readonly Date[], imports: readonly Date[], perMinute: number, { window, now, isPaced, urgentWaitsUntil }: Circumstances): PlaceAt {
  const slot = spacing(window) / perMinute;
  const last = imports.at(-1)?.getTime();
  if (isPaced && last !== undefined && last + slot > now) return last + slot;
  const full = recent[recent.length - perMinute];
  if (full) return leavesAt(full, window);
  const share = Math.max(1, importShare(perMinute));
  if (imports.length < share) return null;
  // It may have its place long before a request of an import falls out of the window.
  if (urgentWaitsUntil !== null && urgentWaitsUntil.getTime() > now) return Math.min(urgentWaitsUntil.getTime(), leavesAt(imports[imports.length - share], window) ?? now);
  if (recent.length < perMinute - 1) return null;
  const next = leavesAt(recent[0], window);
  return next === null || next - now <= slot ? null : next - slot;
}

/** When a request falls out of the window. */
function leavesAt(moment: Date | undefined, window: number): PlaceAt {
  return moment ? moment.getTime() + spacing(window) : null;
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

import { openDatabase, type Database } from "@/lib/db";
import { noLogFilters, type LogFilters } from "@/lib/log/log-filters";
import { readLog } from "@/lib/log/read-log";
import { fillLog, type FilledLog } from "./fill-log";

const ROUNDS = 9;
const DAY = 24 * 60 * 60_000;

/** What people look for: each filter, some together, and searches that are usual, rare, and in vain. */
function queriesOf({ runId, workOrderId }: FilledLog): Partial<LogFilters>[] {
  const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
  return [
    {}, { integration: "easybill" }, { direction: "in" }, { direction: "out" }, { direction: "none" }, { level: "error" }, { level: "warning" }, { kind: "relations" }, { kind: "warehouses" },
    { record: "040284" }, { run: runId }, { workOrder: workOrderId }, { from: day(20), to: day(19) }, { to: day(29) }, { integration: "easybill", level: "error", kind: "materials" },
    { search: "automatic" }, { search: "finished nothing" }, { search: "work order" }, { search: "bakkerij" }, { search: "40284" }, { search: "2026.1234" }, { search: "VO500095" },
    { search: "city missing" }, { search: "materials wrong" }, { search: "nothing-like-it" }, { level: "error", search: "2026.4399" }, { run: runId, search: "automatic" }, { direction: "out", search: "bakkerij" },
  ];
}

/** Fills the log of an empty database and measures each query. Out: a line for each, as it is done. */
export async function* measureLog(databaseUrl: string, entries: number): AsyncGenerator<string> {
  const db = openDatabase(databaseUrl);
  try {
    const filled = await fillLog(db, entries);
    for (const query of queriesOf(filled)) yield await measure(db, filled.accountId, query);
  } finally {
    await db.close();
  }
}

async function measure(db: Database, accountId: string, query: Partial<LogFilters>): Promise<string> {
  const times: number[] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    const page = await readLog(db, { reader: { accountId, locale: "en", timeZone: "Europe/Amsterdam" }, filters: { ...noLogFilters, ...query }, cursor: null });
    times.push(performance.now() - begin);
    rows = page.rows.length;
  }
  const median = times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
  return `${median.toFixed(1).padStart(8)} ms  ${String(rows).padStart(2)} rows  ${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString() || "everything"}`;
}

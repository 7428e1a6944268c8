import type { ClientBase } from "pg";
import type { Exchange } from "@/lib/connectors/connector";
import type { TouchedCounter } from "@/lib/log/touched-counters";
import { insertLogEntries, type LogInput } from "@/lib/log/write-log";
import type { ActiveRun } from "@/lib/sync/active-run";
import { findUnchanged, type ReadIds } from "@/lib/sync/find-unchanged";
import { findWritten, writtenCounters } from "@/lib/sync/find-written";
import { readRejected, rejectedCounter } from "@/lib/sync/kept-rejections";
import type { KindConclusion } from "@/lib/sync/conclude-kind";
import type { Step } from "@/lib/sync/enter-step";
import { countUnnamed } from "@/lib/sync/log-news";
import type { ImportRow } from "@/lib/sync/settle-import";

/** How many exchanges with the vendor an entry keeps. */
const EXCHANGES = 20;

type Concluded = { conclusion: KindConclusion; deactivated: number; readIds: ReadIds };

/** Says what became of one kind of record: the question of the guard, or what was written where something was. */
export async function logConclusion(client: ClientBase, { run }: Pick<Step, "run">, row: ImportRow, concluded: Concluded): Promise<void> {
  const { conclusion, deactivated } = concluded;
  const unnamed = countUnnamed({ loud: row.newLoud, quiet: row.newQuiet });
  const entries: LogInput[] = [];
  const { kind, read, created, changed, unchanged, skipped, failed } = row;
  const counts = { read, created, changed, unchanged, skipped, deactivated, failed };
  if (unnamed > 0) {
    entries.push({ ...below(run), level: row.newLoud > 0 ? "error" : "info", operation: "record.skipped", messageKey: "record.more", params: { kind, count: unnamed }, kind, remedy: "seeNotImported" });
  }
  if (conclusion.state !== "done") {
    const isGuard = conclusion.state === "stopped";
    entries.push({
      ...below(run),
      parentId: null,
      level: "error",
      operation: "import.stopped",
      messageKey: isGuard ? "sync.guard" : "sync.emptied",
      params: { kind, wouldGo: conclusion.wouldGo, of: conclusion.of },
      kind,
      remedy: isGuard ? "confirmDeactivation" : "checkVendorData",
      detail: { counts, ...(await namedRecords(client, run, row, concluded)) },
    });
  } else if (created + changed + deactivated + failed > 0 || run.trigger === "manual") {
    const detail = { counts, ...(await namedRecords(client, run, row, concluded)) };
    entries.push({ ...below(run), level: failed > 0 ? "warning" : "success", operation: "import.finished", messageKey: "import.finished", params: { kind, ...counts }, kind, detail });
  }
  await insertLogEntries(client, entries);
}

/** Keeps what was asked and answered, where somebody may want to look at it: a sync by hand, or one that changed something. */
export async function logReading(client: ClientBase, { run, retrieval, kinds }: Step, exchanges: readonly Exchange[]): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM sync_run_import WHERE run_id = $1 AND kind = ANY($2::record_kind[]) AND ($3 OR state <> 'done' OR created + changed + deactivated + failed + new_reasons > 0)`,
    [run.runId, kinds, run.trigger === "manual"],
  );
  if (!rowCount || exchanges.length === 0) return;
  const [kind] = kinds;
  await insertLogEntries(client, [
    { ...below(run), level: "info", operation: "import.read", messageKey: "import.read", params: { kind: kind ?? retrieval.id, requests: exchanges.length }, kind: kind ?? null, detail: { exchanges: keptExchanges(exchanges) } },
  ]);
}

/** The first and the last ones: how it began and how it ended. */
export function keptExchanges(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.length <= EXCHANGES ? exchanges : [...exchanges.slice(0, EXCHANGES / 2), ...exchanges.slice(-EXCHANGES / 2)];
}

function below(run: ActiveRun): Pick<LogInput, "accountId" | "connectionId" | "runId" | "parentId"> {
  return { accountId: run.accountId, connectionId: run.connectionId, runId: run.runId, parentId: run.runId };
}

type NamedRecords = Partial<Record<TouchedCounter, string[]>>;

/** Which records they were, the first ones of each sort. */
async function namedRecords(client: ClientBase, run: ActiveRun, { kind, created, changed, unchanged, rejected }: ImportRow, { deactivated, readIds }: Concluded): Promise<NamedRecords> {
  const named: NamedRecords = {};
  const counts = { created, changed, deactivated };
  for (const counter of writtenCounters) if (counts[counter] > 0) named[counter] = await findWritten(client, run, kind, counter);
  for (const { key, reason } of readRejected(rejected)) (named[rejectedCounter(reason)] ??= []).push(key);
  if (unchanged > 0) named.unchanged = await findUnchanged(client, run, kind, readIds);
  return named;
}

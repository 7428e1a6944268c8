import type { ClientBase } from "pg";
import type { Exchange } from "@/lib/connectors/connector";
import { insertLogEntries, type LogInput } from "@/lib/log/write-log";
import type { ActiveRun } from "@/lib/sync/active-run";
import type { KindConclusion } from "@/lib/sync/conclude-kind";
import type { Step } from "@/lib/sync/enter-step";
import { countUnnamed } from "@/lib/sync/log-news";
import { recordTables } from "@/lib/sync/record-tables";
import type { ImportRow } from "@/lib/sync/settle-import";

/** How many records of each sort an entry names, and how many exchanges with the vendor it keeps. */
const NAMED = 500;
const EXCHANGES = 20;

/** Says what became of one kind of record: the question of the guard, or what was written where something was. */
export async function logConclusion(client: ClientBase, { run }: Pick<Step, "run">, row: ImportRow, { conclusion, deactivated }: { conclusion: KindConclusion; deactivated: number }): Promise<void> {
  const unnamed = countUnnamed({ loud: row.newLoud, quiet: row.newQuiet });
  const entries: LogInput[] = [];
  const { kind, read, created, changed, unchanged, skipped, failed } = row;
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
    });
  } else if (created + changed + deactivated + failed > 0 || run.trigger === "manual") {
    const keys = await namedRecords(client, run, row, deactivated);
    const counts = { read, created, changed, unchanged, skipped, deactivated, failed };
    entries.push({ ...below(run), level: failed > 0 ? "warning" : "success", operation: "import.finished", messageKey: "import.finished", params: { kind, ...counts }, kind, detail: { counts, ...keys } });
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

type NamedRecords = { created?: string[]; changed?: string[]; deactivated?: string[]; skipped?: string[]; failed?: string[] };

/** Which records they were, the first ones of each sort. */
async function namedRecords(client: ClientBase, run: ActiveRun, { kind, created, changed, skipped, failed }: ImportRow, deactivated: number): Promise<NamedRecords> {
  const place = [run.connectionId, run.administration, kind];
  const read = async (count: number, where: string, ...further: unknown[]) => {
    if (count === 0) return undefined;
    const { rows } = await client.query<{ key: string }>(`SELECT external_id AS key FROM ${where} ORDER BY external_id LIMIT ${Math.min(count + 1, NAMED)}`, [...place, ...further]);
    // More than were counted: some of them are of an earlier run, and nobody knows which.
    return rows.length > count ? undefined : rows.map((row) => row.key);
  };
  const linked = "external_link WHERE connection_id = $1 AND administration = $2 AND kind = $3 AND changed_at = $4 AND hash <> ''";
  const rejected = "skipped_record WHERE connection_id = $1 AND administration = $2 AND kind = $3";
  const gone = `external_link link JOIN ${recordTables[kind].table} record ON record.id = link.local_id AND NOT record.active AND record.updated_at = $4
    WHERE connection_id = $1 AND (administration = $2 OR record.inactive_reason = 'otherAdministration') AND kind = $3`;
  return {
    created: await read(created, `${linked} AND created_at = $4 AND NOT adopted`, run.startedAt),
    changed: await read(changed, `${linked} AND NOT (created_at = $4 AND NOT adopted)`, run.startedAt),
    deactivated: await read(deactivated, gone, run.startedAt),
    skipped: await read(skipped, `${rejected} AND reason <> 'invalidValue'`),
    failed: await read(failed, `${rejected} AND reason = 'invalidValue'`),
  };
}

import type { PoolClient } from "pg";
import type { FetchedRecords } from "@/lib/connectors/look-up";
import { recordKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import { openChangeRun, type ChangeOrigin, type ChangeRun, type WrittenKind } from "@/lib/sync/change-run";
import { deactivateRecords } from "@/lib/sync/deactivate-records";
import type { SyncEngine } from "@/lib/sync/engine";
import { isolateBadRecords } from "@/lib/sync/isolate-records";
import { deactivateBelowInactive } from "@/lib/sync/leaving-records";
import type { PageScope, RejectedRecord } from "@/lib/sync/page-scope";
import { recordTables } from "@/lib/sync/record-tables";
import { recordChangeRun } from "@/lib/sync/record-change-run";
import { acceptRecords, forgetRejectionsBelowInactive } from "@/lib/sync/reject-records";
import type { RunImport } from "@/lib/sync/run-import";
import { settleWithin } from "@/lib/sync/settle-within";
import { inTransaction } from "@/lib/transaction";

export type ChangesToWrite = {
  connectionId: string;
  change: FetchedRecords;
  origin: ChangeOrigin;
  /** The administration it was read in, where the vendor has some: nothing is written once another one is in use. */
  administration?: string | null;
};

/**
 * Writes single records that a vendor told of or was asked for, by the same code as a page of an import, in one transaction. What came of it stands in the sync
 * history as a run of its own that is over at once; where nothing changed, nothing is written and there is none. It may run beside a sync of
 * the connection: one waits for the other's page, and what is written here is not put back by a page that was read before.
 * Imports that are switched off, and connections that are cut, take nothing. Documents are not its business.
 * Out: the run (null: there was nothing to write), and how many records were created, changed or deactivated.
 */
export async function writeChanges(engine: SyncEngine, { connectionId, change, origin, administration }: ChangesToWrite): Promise<{ runId: string | null; changed: number }> {
  return inTransaction(engine.db, async (client) => {
    const opened = await openChangeRun(client, engine, connectionId, origin.trigger);
    const isElsewhere = administration !== undefined && (administration ?? "") !== opened?.run.administration;
    if (!opened || isElsewhere) return { runId: null, changed: 0 };
    const written = await writeKinds(client, opened, change);
    const changed = written.reduce((sum, { counts }) => sum + counts.created + counts.changed + counts.deactivated, 0);
    if (changed === 0 && written.every(({ news }) => news.length === 0)) return { runId: null, changed: 0 };
    await recordChangeRun(client, opened, { written, origin });
    return { runId: opened.run.runId, changed };
  });
}

/** Relations before what hangs under them, whatever the order they were handed over in. */
async function writeKinds(client: PoolClient, opened: ChangeRun, change: FetchedRecords): Promise<WrittenKind[]> {
  const written: WrittenKind[] = [];
  let haveRelationsGone = false;
  for (const kind of recordKinds.filter((one) => opened.kinds.includes(one))) {
    const scope = { client, run: opened.run, kind, hasOtherAdministrations: opened.hasOtherAdministrations, isNew: false, leaving: new Map<string, string>() };
    const parts = change.records.filter((part) => part.kind === kind);
    const gone = change.gone.filter((one) => one.kind === kind).map(({ externalId }) => externalId);
    const isBelow = recordTables[kind].scopeColumn === "relation_id";
    if (parts.length === 0 && gone.length === 0 && !(isBelow && haveRelationsGone)) continue;
    const one = await writeKind(scope, parts, gone, opened.run.startedAt);
    if (isBelow && haveRelationsGone) {
      one.counts.deactivated += await deactivateBelowInactive(client, opened.run, kind);
      await forgetRejectionsBelowInactive(client, opened.run, kind);
    }
    if (kind === "relations") haveRelationsGone = one.counts.deactivated > 0;
    written.push(one);
  }
  return written;
}

type Part = { records: SourceRecord[]; within?: readonly string[] };
type SingleScope = PageScope & { kind: RecordKind; leaving: Map<string, string> };

async function writeKind(scope: SingleScope, parts: readonly Part[], gone: readonly string[], now: Date): Promise<WrittenKind> {
  const counts: RunImport = { kind: scope.kind, state: "done", error: null, read: 0, created: 0, changed: 0, unchanged: 0, skipped: 0, deactivated: 0, failed: 0 };
  const readIds: string[] = [];
  const rejected: RejectedRecord[] = [];
  const news: RejectedRecord[] = [];
  for (const { records, within = [] } of parts) {
    const page = await isolateBadRecords(scope, records);
    counts.read += page.counts.read;
    counts.created += page.counts.created;
    counts.changed += page.counts.changed;
    counts.unchanged += page.counts.unchanged;
    counts.skipped += page.counts.skipped;
    counts.failed += page.counts.failed;
    counts.deactivated += await settleWithin(scope, records, within, now);
    readIds.push(...records.map(({ externalId }) => externalId));
    rejected.push(...page.rejected);
    news.push(...page.news);
  }
  // What does not exist any more stands neither here nor among what is not imported.
  await acceptRecords(scope, gone);
  const leaving = [...scope.leaving].map(([externalId, reason]) => ({ externalId, reason }));
  counts.deactivated += await deactivateRecords(scope, [...leaving, ...gone.map((externalId) => ({ externalId, reason: "gone" }))]);
  return { counts, readIds, rejected, news };
}

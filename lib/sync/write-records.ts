import type { SourceRecord } from "@/lib/connectors/records";
import { adoptRecords } from "@/lib/sync/adopt-records";
import { classifyRecords, type Standing } from "@/lib/sync/classify-records";
import { createRecords } from "@/lib/sync/create-records";
import { overwriteRecords, type LinkedRecord } from "@/lib/sync/overwrite-records";
import { noteVersions } from "@/lib/sync/note-versions";
import type { IncomingRecord, PageCounts, PageScope, RejectedRecord } from "@/lib/sync/page-scope";
import { recordTables } from "@/lib/sync/record-tables";
import { acceptRecords, rejectRecords } from "@/lib/sync/reject-records";
import { resolveRelations } from "@/lib/sync/resolve-relations";
import { noteLeaving, noteSeen } from "@/lib/sync/seen-records";
import { sortRecords, turnDown } from "@/lib/sync/sort-records";
import { listDuplicates } from "@/lib/sync/write-duplicates";

/** `rejected`: all that are not imported; `news`: those of them whose reason was not known yet. */
export type WrittenRecords = { counts: PageCounts; rejected: readonly RejectedRecord[]; news: readonly RejectedRecord[] };

/**
 * Writes records of one kind, inside the page's transaction. Records that are here and unchanged write nothing lasting.
 * Out: what became of them, and those that are not imported.
 */
export async function writeRecords(scope: PageScope, records: readonly SourceRecord[]): Promise<WrittenRecords> {
  const page = sortRecords(scope.kind, records);
  const countBefore = await noteSeen(scope, page.seen);
  const isFirst = ({ externalId }: { externalId: string }) => !countBefore.get(externalId);
  const copies = countBefore.size === 0 ? page.copies : records.filter((record) => !isFirst(record) || page.copies.includes(record));
  const duplicates = await listDuplicates(scope, copies, countBefore);
  const incoming = page.incoming.filter(isFirst);
  const failed = page.failed.filter(isFirst);

  const standings = await classifyRecords(scope, incoming);
  const written = await writeDifferences(scope, incoming, standings);
  await noteVersions(scope, incoming);

  const skipped = [...page.skipped.filter(isFirst), ...duplicates, ...written.turnedDown];
  const turnedDown = new Set(written.turnedDown.map((record) => record.externalId));
  await acceptRecords(scope, standings.filter((one) => one.wasRejected && !turnedDown.has(one.externalId)).map((one) => one.externalId));
  const rejected = [...skipped, ...failed];
  const news = await rejectRecords(scope, rejected);
  const { created, changed } = written;
  const unchanged = incoming.length - created - changed - written.turnedDown.length;
  return { counts: { read: records.length, created, changed, unchanged, skipped: skipped.length, failed: failed.length }, rejected, news };
}

type Differences = { created: number; changed: number; turnedDown: RejectedRecord[] };

async function writeDifferences(scope: PageScope, incoming: readonly IncomingRecord[], standings: readonly Standing[]): Promise<Differences> {
  if (standings.length === 0) return { created: 0, changed: 0, turnedDown: [] };
  const byId = new Map(standings.map((standing) => [standing.externalId, standing]));
  const toWrite = incoming.filter(({ externalId }) => byId.get(externalId)?.isAsWritten === false);
  const { resolved, unresolved } = recordTables[scope.kind].scopeColumn === "relation_id" ? await resolveRelations(scope, toWrite) : { resolved: toWrite, unresolved: [] };
  if (unresolved.length > 0) await noteLeaving(scope, unresolved.map((record) => record.externalId), "relationNotImported");

  const linked: LinkedRecord[] = [];
  const unlinked: IncomingRecord[] = [];
  for (const record of resolved) {
    const { localId, linkId } = byId.get(record.externalId) ?? { localId: null, linkId: null };
    if (localId === null || linkId === null) unlinked.push(record);
    else linked.push({ ...record, localId, linkId });
  }
  const keyHolders = firstOfEachKey(scope, linked);
  const refused = [...linked.filter((record) => !keyHolders.includes(record)), ...(await overwriteRecords(scope, keyHolders))];
  const occupied = await createRecords(scope, unlinked);
  const adoption = await adoptRecords(scope, occupied);

  const { keyField } = recordTables[scope.kind];
  const turnedDown = [
    ...unresolved.map((record) => turnDown(record, "relationNotImported", "relation")),
    ...[...refused, ...adoption.duplicate].map((record) => turnDown(record, "duplicate", keyField)),
    ...adoption.ownedByOtherConnection.map((record) => turnDown(record, "ownedByOtherConnection", keyField)),
  ];
  const isTurnedDown = new Set(turnedDown.map((record) => record.externalId));
  // What a pass that was cut off has written in this run stays what it was: created, or changed.
  const earlier = standings.filter((one) => one.localId !== null && !isTurnedDown.has(one.externalId));
  const createdEarlier = earlier.filter((one) => one.createdInRun).length;
  const changedNowOrEarlier = earlier.filter((one) => !one.createdInRun && (one.changedInRun || !one.isAsWritten)).length;
  return {
    created: unlinked.length - occupied.length + createdEarlier,
    changed: changedNowOrEarlier + adoption.changed.length,
    turnedDown,
  };
}

/** Two records that take the same key in one page: the first has it, the others are turned down. */
function firstOfEachKey(scope: PageScope, records: readonly LinkedRecord[]): LinkedRecord[] {
  const { keyField, scopeColumn } = recordTables[scope.kind];
  const keyOf = ({ content }: IncomingRecord) => `${scopeColumn === "relation_id" ? content["relation"] : ""}\u0001${content[keyField]}`;
  const keys = new Set<string>();
  return records.filter((record) => !keys.has(keyOf(record)) && keys.add(keyOf(record)));
}

import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { readDetail } from "@/lib/log/stored-detail";
import type { TouchedCounter } from "@/lib/log/touched-counters";
import { findHere, type TouchedRecord } from "@/lib/log/touched-records";
import { inferUnchanged } from "@/lib/sync/find-unchanged";
import { findWritten } from "@/lib/sync/find-written";
import { KEPT_RECORDS, readRejected, rejectedCounter, type KeptRejection } from "@/lib/sync/kept-rejections";

/** `rejection`: why it is not imported; null where it was written. `isListed`: it still stands on the list "Not imported". */
export type RunRecord = TouchedRecord & { rejection: KeptRejection | null; isListed: boolean };

/**
 * The records behind a counter of a sync. `missing`: why they are fewer than were counted: only the `first` ones are kept, the others have been `changed`
 * since, they are no longer kept (`aged`), or never were: of a sync that changed nothing the log names nothing (`unnamed`).
 */
export type RunRecords = { kind: RecordKind; counter: TouchedCounter; total: number; missing: "none" | "first" | "changed" | "aged" | "unnamed"; records: RunRecord[] };

type Wanted = { accountId: string; runId: string; kind: RecordKind; counter: TouchedCounter };

/** The records behind a counter of a sync, of that sync alone; null where it has no such counter, or another account has it. */
export async function listRunRecords(db: Database, { accountId, runId, kind, counter }: Wanted): Promise<RunRecords | null> {
  const counted = await db.prisma.syncRunImport.findFirst({
    where: { runId, kind, run: { accountId } },
    select: { created: true, changed: true, unchanged: true, deactivated: true, skipped: true, failed: true, rejected: true, complete: true, run: { select: { connectionId: true, administration: true, startedAt: true } } },
  });
  if (!counted) return null;
  const { connectionId, administration, startedAt } = counted.run;
  const total = counted[counter];
  const place = { accountId, connectionId, administration, kind };
  if (counter === "skipped" || counter === "failed") {
    const rejections = readRejected(counted.rejected).filter(({ reason }) => rejectedCounter(reason) === counter);
    const records = await describe(db, place, rejections.map(({ key }) => key), rejections);
    return { kind, counter, total, records, missing: records.length >= total ? "none" : records.length > 0 ? "first" : "aged" };
  }
  const named = total === 0 || startedAt === null ? [] : ((await readNamed(db, { accountId, runId, kind, counter })) ?? (await findAfterwards(db, { ...place, startedAt }, counter, counted)));
  if (named === null) return { kind, counter, total, records: [], missing: "unnamed" };
  const records = await describe(db, place, named.slice(0, total));
  return { kind, counter, total, records, missing: records.length >= total ? "none" : records.length === KEPT_RECORDS ? "first" : "changed" };
}

/** As the log named them when the import ended; null: it says nothing of them (any more). */
async function readNamed({ prisma }: Database, { accountId, runId, kind, counter }: Wanted): Promise<string[] | null> {
  const entry = await prisma.logEntry.findFirst({ where: { accountId, runId, kind, operation: { in: ["import.finished", "import.stopped"] } }, select: { detail: true } });
  const keys = entry ? readDetail(entry.detail)[counter] : [];
  return keys.length > 0 ? keys : null;
}

type Counted = { skipped: number; failed: number; rejected: unknown; complete: boolean };

/** Where the log says nothing, as far as what stands here now tells it; null: nothing does. */
async function findAfterwards({ pool }: Database, run: Place & { startedAt: Date }, counter: Exclude<TouchedCounter, "skipped" | "failed">, { skipped, failed, rejected, complete }: Counted): Promise<string[] | null> {
  if (counter !== "unchanged") return findWritten(pool, run, run.kind, counter);
  const turnedDown = readRejected(rejected).map(({ key }) => key);
  // Of a pass that read a part, or of which not everything is known that it turned down, nobody can tell afterwards what it has found unchanged.
  return complete && turnedDown.length === skipped + failed ? inferUnchanged(pool, run, run.kind, turnedDown) : null;
}

type Place = { accountId: string; connectionId: string; administration: string; kind: RecordKind };

/** What each is called, where it stands here, and whether it is still not imported. */
async function describe(db: Database, place: Place, keys: readonly string[], rejections: readonly KeptRejection[] = []): Promise<RunRecord[]> {
  const [here, listed] = await Promise.all([
    findHere(db, { ...place, keys }),
    rejections.length === 0 ? [] : db.prisma.skippedRecord.findMany({ where: { ...place, externalId: { in: [...keys] } }, select: { externalId: true } }),
  ]);
  const isListed = new Set(listed.map(({ externalId }) => externalId));
  return keys.map((key, index) => {
    const { id, name } = here.get(key) ?? { id: null, name: null };
    const rejection = rejections[index] ?? null;
    return { key, id, name: rejection?.label || name, rejection, isListed: isListed.has(key) };
  });
}

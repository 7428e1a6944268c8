import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { readDetail } from "@/lib/log/stored-detail";
import type { TouchedCounter } from "@/lib/log/touched-counters";
import { readTouched, type Touched } from "@/lib/log/touched-records";

type Wanted = { accountId: string; connectionId: string; runId: string; kind: RecordKind; counter: TouchedCounter };

/** The records behind a counter of a sync, as its log names them; null where the log says nothing of them (any more). */
export async function listRunRecords(db: Database, { accountId, connectionId, runId, kind, counter }: Wanted): Promise<Touched | null> {
  const entries = await db.prisma.logEntry.findMany({ where: { accountId, runId, kind, operation: "import.finished" }, select: { detail: true } });
  const sources = entries.map(({ detail }) => ({ kind, detail: readDetail(detail) }));
  const touched = await readTouched(db, { accountId, connectionId, shown: Number.POSITIVE_INFINITY }, sources);
  return touched.find((one) => one.counter === counter) ?? null;
}

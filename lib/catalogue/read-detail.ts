import { listRecordEdits, type FieldEdit } from "@/lib/catalogue/list-edits";
import { readOrigins, type RecordOrigin } from "@/lib/catalogue/read-origin";
import { readRecord, type CatalogueRecord } from "@/lib/catalogue/read-record";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";

/** A record with where it came from and what people have changed in it. */
export type RecordDetail = { record: CatalogueRecord; origins: RecordOrigin[]; edits: FieldEdit[] };

/** @throws AppError record_not_found, also for records of other accounts */
export async function readDetail(db: Database, { accountId, kind, id }: { accountId: string; kind: ImportKind; id: string }): Promise<RecordDetail> {
  const record = await readRecord(db, { accountId, kind, id });
  const [origins, edits] = await Promise.all([
    readOrigins(db, { accountId, kind, localId: id, active: record.active }),
    listRecordEdits(db, { accountId, kind, localId: id }),
  ]);
  return { record, origins, edits };
}

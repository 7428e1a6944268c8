import { listChanges, type RecordHistory } from "@/lib/changes/list-changes";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { database } from "@/lib/db";

/** A page of a record's history, and whether it is the first. */
export type HistoryOfPage = RecordHistory & { isTop: boolean };

/** For a record's page, after the record was found. `before`: the cursor in the address. */
export async function historyOfPage(kind: ImportKind, accountId: string, localId: string, before: string | string[] | undefined): Promise<HistoryOfPage> {
  const cursor = typeof before === "string" ? before : null;
  return { ...(await listChanges(database(), { accountId, kind, localId, cursor })), isTop: cursor === null };
}

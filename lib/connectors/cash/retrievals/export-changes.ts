import type { CashRecord } from "../export/record-reader";
import { CashRefusal } from "../failures";
import type { CashSession } from "../session";

export type ExportedBatch = { records: readonly CashRecord[]; isWholeTable: boolean };

type Commands = { changed: string; all: string; recordName: string };

/** The records changed in the last `days`; the whole table when `days` is null, or when Cash does not know the command for changes. */
export async function* exportChanges(session: CashSession, { changed, all, recordName }: Commands, days: number | null): AsyncGenerator<ExportedBatch> {
  let isWholeTable = days === null;
  if (!isWholeTable) {
    try {
      for await (const records of session.export(`${changed}|${days}`, recordName)) yield { records, isWholeTable };
    } catch (error) {
      if (!(error instanceof CashRefusal) || !error.isAboutCommand) throw error;
      isWholeTable = true;
    }
  }
  if (isWholeTable) {
    // An empty table is a whole table too.
    yield { records: [], isWholeTable };
    for await (const records of session.export(all, recordName)) yield { records, isWholeTable };
  }
}

import { csvLine } from "@/lib/csv/csv-line";
import type { Database } from "@/lib/db";
import { eachNotImported, type NotImportedRecord } from "@/lib/not-imported/list-not-imported";

/** What the file says in the person's language. */
export type CsvWords = {
  /** What a spreadsheet of that language takes for the end of a cell. */
  separator: "," | ";";
  header: readonly string[];
  /** The cells of a record, in the header's order. */
  cells: (record: NotImportedRecord) => readonly string[];
};

/** Tells a spreadsheet that accents are in UTF-8. */
const byteOrderMark = "\uFEFF";

/** The list as a file, written while it is read: as long as it may be, it is never in memory as a whole. */
export function writeNotImportedCsv(db: Database, request: Parameters<typeof eachNotImported>[1], { separator, header, cells }: CsvWords): ReadableStream<Uint8Array> {
  const portions = eachNotImported(db, request);
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(byteOrderMark + csvLine(header, separator))),
    pull: async (controller) => {
      const { value: records, done } = await portions.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(records.map((record) => csvLine(cells(record), separator)).join("")));
    },
    cancel: async () => {
      await portions.return(undefined);
    },
  });
}

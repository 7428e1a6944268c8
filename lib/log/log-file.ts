import { csvLine } from "@/lib/csv/csv-line";
import type { LogRow } from "@/lib/log/read-entry";

export const logFormats = ["csv", "ndjson"] as const;
type LogFormat = (typeof logFormats)[number];

/** What a file says in the reader's language. */
export type LogFileWords = {
  /** What a spreadsheet of that language takes for the end of a cell. */
  separator: "," | ";";
  header: readonly string[];
  /** The cells of an entry, in the header's order. */
  cells: (row: LogRow) => readonly string[];
  sentence: (row: LogRow) => string;
  remedy: (row: LogRow) => string | null;
};

/** Tells a spreadsheet that accents are in UTF-8. */
const byteOrderMark = "\uFEFF";

/** Entries as a file, written while they are read: as long as it may be, it is never in memory as a whole. */
export function writeLogFile(portions: AsyncGenerator<LogRow[]>, format: LogFormat, words: LogFileWords): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const line = format === "csv" ? (row: LogRow) => csvLine(words.cells(row), words.separator) : (row: LogRow) => jsonLine(row, words);
  return new ReadableStream({
    start: (controller) => {
      if (format === "csv") controller.enqueue(encoder.encode(byteOrderMark + csvLine(words.header, words.separator)));
    },
    pull: async (controller) => {
      const { value: rows, done } = await portions.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(rows.map(line).join("")));
    },
    cancel: async () => {
      await portions.return(undefined);
    },
  });
}

/** One entry for programs: moments in UTC, keys as they are kept, the sentence as the reader has it. */
function jsonLine(row: LogRow, { sentence, remedy }: LogFileWords): string {
  const { id, at, level, operation, messageKey, params, vendor, kind, recordKey, runId } = row;
  return `${JSON.stringify({ id, at, level, integration: vendor, operation, sentence: sentence(row), next: remedy(row), kind, record: recordKey, run: runId, key: messageKey, params })}\n`;
}

import { parse } from "papaparse";
import { expect, test } from "vitest";
import { writeLogFile, type LogFileWords } from "@/lib/log/log-file";
import type { LogRow } from "@/lib/log/read-entry";

const row: LogRow = {
  id: "1", at: "2026-11-20T08:30:00.000Z", level: "error", operation: "record.skipped", messageKey: "record.skipped", params: { name: "=cmd|' /C calc'!A0" },
  kind: "relations", recordKey: "-7", runId: null, remedy: null, vendor: "cash",
};
const words: LogFileWords = { separator: ";", header: ["Zeit", "Satz"], cells: ({ at, params }) => [at, String(params["name"])], sentence: ({ params }) => `Was "${params["name"]}" war`, remedy: () => "Tun" };

async function* portions(...sizes: number[]) {
  for (const size of sizes) yield Array.from({ length: size }, () => row);
}
const read = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

test("a CSV file has a header, a line for each entry, and no formula", async () => {
  const text = await read(writeLogFile(portions(2, 0, 1), "csv", words));
  const { data } = parse<string[]>(text.replace(/^\uFEFF/, "").trimEnd(), { delimiter: ";" });
  expect(data).toEqual([["Zeit", "Satz"], ...Array.from({ length: 3 }, () => [row.at, "'=cmd|' /C calc'!A0"])]);
});

test("an NDJSON file has an entry on each line, with its sentence and its keys", async () => {
  const lines = (await read(writeLogFile(portions(1, 1), "ndjson", words))).trimEnd().split("\n").map((line): unknown => JSON.parse(line));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toEqual({
    id: "1", at: row.at, level: "error", integration: "cash", operation: "record.skipped", sentence: `Was "=cmd|' /C calc'!A0" war`, next: "Tun", kind: "relations", record: "-7", run: null, key: "record.skipped", params: row.params,
  });
});

test("a reader that goes away ends the reading", async () => {
  let isEnded = false;
  async function* endless() {
    try {
      for (;;) yield [row];
    } finally {
      isEnded = true;
    }
  }
  const reader = writeLogFile(endless(), "ndjson", words).getReader();
  await reader.read();
  await reader.cancel();
  expect(isEnded).toBe(true);
});

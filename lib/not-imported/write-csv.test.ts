import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { openDatabase, type Database } from "@/lib/db";
import { writeNotImportedCsv, type CsvWords } from "@/lib/not-imported/write-csv";

let test: TestDatabase;
let db: Database;
let accountId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.url);
  ({ id: accountId } = await db.prisma.account.create({ data: { name: "Ours" } }));
  const { id: connectionId } = await db.prisma.connection.create({
    data: { accountId, vendor: "cash", administration: "01", state: "connected", login: {}, secrets: {}, settings: {}, administrations: [] },
  });
  await db.prisma.skippedRecord.createMany({
    data: Array.from({ length: 2_500 }, (_, index) => ({
      accountId, connectionId, administration: "01", kind: "relations" as const, externalId: String(index + 1),
      label: index === 0 ? "=HYPERLINK(\"http://bad\")" : "Café; 't Hoekje", reason: "blocked", params: {},
    })),
  });
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

const words: CsvWords = { separator: ";", header: ["Number", "Name"], cells: (record) => [record.externalId, record.label] };
const download = (search = "") => new Response(writeNotImportedCsv(db, { accountId, kinds: ["relations"], search }, words));

it("holds every record once, in order, readable by a spreadsheet", async () => {
  const bytes = new Uint8Array(await download().arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
  expect(lines).toHaveLength(2_501);
  expect(lines.slice(0, 3)).toEqual(["Number;Name", '1;"\'=HYPERLINK(""http://bad"")"', "2;\"Café; 't Hoekje\""]);
  expect(new Set(lines.slice(1).map((line) => line.split(";")[0])).size).toBe(2_500);
});

it("holds what the search on the page shows", async () => {
  expect((await download("2500").text()).trimEnd().split("\r\n")).toHaveLength(2);
});

it("stops reading when nobody wants the rest", async () => {
  const reader = download().body?.getReader();
  await reader?.read();
  await expect(reader?.cancel()).resolves.toBeUndefined();
});

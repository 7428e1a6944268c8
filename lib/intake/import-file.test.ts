import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stubEnvironment } from "@/e2e/support/environment";
import { openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { writeTemplate } from "@/lib/intake/file-template";
import { foresee, importPortion } from "@/lib/intake/import-file";
import { previewFile } from "@/lib/intake/preview-file";
import { writeWrongRows } from "@/lib/intake/wrong-rows";
import { createExportingAccount, writeIntent, type ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";

let db: Database;
let account: ExportingAccount;
beforeAll(async () => {
  stubEnvironment();
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  account = await createExportingAccount(db);
});

const columns = "WorkorderNo;CustomerName;WorkDate;Status;WorkStatus;MaterialCode;MaterialQuantity;MaterialName";
const bytes = (...rows: string[]) => new TextEncoder().encode([columns, ...rows].join("\r\n"));

const preview = async (file: Uint8Array) => {
  const answer = await previewFile(db, { accountId: account.accountId, bytes: file });
  if ("problem" in answer) throw new Error(answer.problem.code);
  return answer.preview;
};
const importFrom = async (file: Uint8Array, from = 0) => {
  const answer = await importPortion(db, { accountId: account.accountId, actor: "Pieter", bytes: file, from, size: 10 });
  if ("problem" in answer) throw new Error(answer.problem.code);
  return answer;
};
const stored = () => db.prisma.workOrder.findMany({ where: { accountId: account.accountId }, include: { materials: { orderBy: { position: "asc" } } }, orderBy: { number: "asc" } });
const cells = (problems: readonly { row: number; column: string; code: string }[]) => problems.map(({ row, column, code }) => `${row} ${column} ${code}`);

describe("a file of work orders", () => {
  it("is previewed without storing anything, then imported; the wrong ones stay out and do not stop the others", async () => {
    const file = bytes("W-1;A;20-11-2026;Complete;1;4711;2;Pomp", "W-1;;;;;2208;0,5;", "W-2;B;20-11-2026;;;4711;two;", "W-3;C;20-11-2026;;42;;;", "W-4;D;20-11-2026;;;;;");
    expect(await preview(file)).toMatchObject({
      rows: 5,
      counts: { created: 2, updated: 0, unchanged: 0, wrong: 2 },
      orders: [{ number: "W-1", row: 2, customer: "A", workDate: "2026-11-20", lines: 2, result: "created" }, { number: "W-4", lines: 0 }],
      wrongCells: 2,
    });
    expect(cells((await preview(file)).wrong)).toEqual(["4 MaterialQuantity decimal", "5 WorkStatus unknownWorkStatus"]);
    expect(await stored()).toEqual([]);

    const imported = await importFrom(file);
    expect(imported).toMatchObject({ done: 3, total: 3, counts: { created: 2, wrong: 1 }, dueIn: [account.connectionId] });
    expect(cells(imported.refused)).toEqual(["5 WorkStatus unknownWorkStatus"]);
    expect(await stored()).toMatchObject([
      { number: "W-1", origin: "csv", status: "complete", materials: [{ code: "4711" }, { code: "2208" }] },
      { number: "W-4", status: "ready" },
    ]);
  });

  it("imported again changes nothing; corrected it changes what was corrected", async () => {
    await importFrom(bytes("W-1;A;20-11-2026;;;;;", "W-2;B;20-11-2026;;;;;"));
    const again = bytes("W-1;A;20-11-2026;;;;;", "W-2;Bakker;20-11-2026;;;;;", "W-3;C;20-11-2026;;;;;");
    const counts = { created: 1, updated: 1, unchanged: 1, wrong: 0 };
    expect((await preview(again)).counts).toEqual(counts);
    expect(await foresee(db, { accountId: account.accountId, bytes: again })).toEqual(counts);
    expect((await importFrom(again)).counts).toEqual(counts);
    expect((await importFrom(again)).counts).toEqual({ created: 0, updated: 0, unchanged: 3, wrong: 0 });
    expect((await stored()).map(({ customerName }) => customerName)).toEqual(["A", "Bakker", "C"]);
  });

  it("does not change what was exported, in the preview and in the import", async () => {
    await importFrom(bytes("W-1;A;20-11-2026;;;;;"));
    const [workOrder] = await stored();
    await writeIntent(db, account, workOrder?.id ?? "", { state: "finished", documentNumber: "250001" });
    const changed = bytes("W-1;Changed;20-11-2026;;;;;");
    expect(cells((await preview(changed)).wrong)).toEqual(["2 WorkorderNo exported"]);
    expect(cells((await importFrom(changed)).refused)).toEqual(["2 WorkorderNo exported"]);
    expect((await stored())[0]?.customerName).toBe("A");
    expect((await preview(bytes("W-1;A;20-11-2026;;;;;"))).counts.unchanged).toBe(1);
  });

  it("is imported in portions, each of which may be repeated", async () => {
    const count = 13;
    const file = bytes(...Array.from({ length: count }, (_, index) => `W-${index};A;20-11-2026;;;;;`));
    const first = await importFrom(file);
    expect([first.done, first.total, first.counts.created]).toEqual([10, count, 10]);
    expect((await importFrom(file)).counts).toMatchObject({ created: 0, unchanged: 10 });
    const second = await importFrom(file, first.done);
    expect([second.done, second.counts.created]).toEqual([count, 3]);
    expect(await stored()).toHaveLength(count);
  });

  it("belongs to one account: another one's numbers are new", async () => {
    await importFrom(bytes("W-1;A;20-11-2026;;;;;"));
    account = await createExportingAccount(db);
    expect((await preview(bytes("W-1;B;20-11-2026;;;;;"))).counts.created).toBe(1);
  });
});

describe("the rows that were wrong", () => {
  it("come back as a file that says why and can be imported once corrected, formulas disarmed", async () => {
    const file = bytes("W-1;A;20-11-2026;;;4711;two;", "W-1;;;;;2208;'-1;=1+1", "W-2;B;20-11-2026;;;;;");
    const words = { separator: ";" as const, row: "Row", problem: "What is wrong", sentence: ({ code }: { code: string }) => `${code}!` };
    const text = await writeWrongRows(db, { accountId: account.accountId, bytes: file, words });
    expect(text).toBe(
      [`\uFEFF${columns};# Row;# What is wrong`, "W-1;A;20-11-2026;;;4711;two;;2;MaterialQuantity: decimal!", "W-1;;;;;2208;'-1;'=1+1;3;", ""].join("\r\n"),
    );
    const corrected = new TextEncoder().encode(text.replace("two", "2"));
    expect((await importFrom(corrected)).counts).toMatchObject({ created: 1, wrong: 0 });
    expect((await stored())[0]?.materials.map(({ quantity, name }) => [quantity.toString(), name])).toEqual([["2", ""], ["-1", "=1+1"]]);
  });
});

describe("the template", () => {
  it.each([[";", ","], [",", "."]] as const)("separated by %s with the decimal mark %s can be imported as it is", async (separator, decimalMark) => {
    const file = new TextEncoder().encode(writeTemplate({ separator, decimalMark }));
    expect((await preview(file)).counts).toEqual({ created: 1, updated: 0, unchanged: 0, wrong: 0 });
    expect((await preview(file)).orders).toMatchObject([{ number: "W-1001", lines: 2 }]);
  });
});

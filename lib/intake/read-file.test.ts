import { describe, expect, it, test } from "vitest";
import { readFile } from "@/lib/intake/read-file";
import type { FileOrder } from "@/lib/intake/read-file-orders";

const bytes = (text: string) => new TextEncoder().encode(text);

function ordersOf(file: Uint8Array | string): readonly FileOrder[] {
  const read = readFile(typeof file === "string" ? bytes(file) : file);
  if ("problem" in read) throw new Error(JSON.stringify(read.problem));
  return read.orders;
}
const inputOf = (order: FileOrder | undefined) => (order && "posted" in order ? order.posted.input : null);
const wrongOf = (file: string) => ordersOf(file).flatMap((order) => ("problems" in order ? order.problems : [])).map(({ row, column, code, value }) => `${row} ${column} ${code} ${value}`.trim());
const problemOf = (file: Uint8Array | string) => {
  const read = readFile(typeof file === "string" ? bytes(file) : file);
  return "problem" in read ? read.problem : null;
};

const head = "WorkorderNo;CustomerName;WorkDate";

describe("the text of a file", () => {
  const table = `${head}\nW-1;Müller & Søn €;20-11-2026`;
  test.each([
    ["UTF-8", bytes(table)],
    ["UTF-8 with a mark", bytes(`\uFEFF${table}`)],
    ["Windows-1252", Buffer.from(table.replace("€", "\u0080"), "latin1")],
    ["UTF-16 of a spreadsheet", Buffer.from(`\uFEFF${table}`, "utf16le")],
  ])("is read from %s", (_name, file) => {
    expect(inputOf(ordersOf(file)[0])?.customer.name).toBe("Müller & Søn €");
  });

  test.each([["a workbook", [0x50, 0x4b, 3, 4, 0, 0], "workbook"], ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0], "workbook"], ["a picture", [0x89, 0x50, 0x4e, 0x47, 0, 1], "binary"]])("is refused for %s", (_name, file, code) => {
    expect(problemOf(Uint8Array.from(file))).toEqual({ code });
  });
});

describe("the table", () => {
  test.each([";", ",", "\t"])("may be separated by %j, with line breaks and separators in quotes", (separator) => {
    const rows = [["workorderno", "CustomerName", "WorkDate", "WorkDescription"], ["W-1", '"Pump, valve; tap"', "2026-11-20", '"first\r\nsecond ""line"""']];
    const [order] = ordersOf(rows.map((cells) => cells.join(separator)).join("\r\n"));
    expect(inputOf(order)).toMatchObject({ customer: { name: "Pump, valve; tap" }, description: 'first\nsecond "line"' });
  });

  it("may begin with Excel's line that names the separator, and have remarks that are not read", () => {
    expect(ordersOf(`sep=;\r\n${head};# Why;\r\nW-1;A;20-11-2026;was wrong;`)).toHaveLength(1);
  });

  test.each([
    ["", { code: "empty" }],
    [head, { code: "empty" }],
    [`${head}\n;;`, { code: "empty" }],
    [`${head};CustomerNaam\nW-1`, { code: "unknownColumns", columns: ["CustomerNaam"] }],
    [`${head};customername\nW-1`, { code: "repeatedColumns", columns: ["CustomerName"] }],
    ["CustomerName;WorkDate\nA;2026-11-20", { code: "missingColumns", columns: ["WorkorderNo"] }],
    [`${head}\nW-1;"open;2026-11-20`, { code: "quotes", row: 2 }],
  ])("%j is refused as a whole", (file, problem) => {
    expect(problemOf(file)).toEqual(problem);
  });

  it("has at most 5,000 rows and is read in a moment", () => {
    const rows = (count: number) => [head, ...Array.from({ length: count }, (_, row) => `W-${row >> 1};A;20-11-2026`)].join("\n");
    expect(ordersOf(rows(5_000))).toHaveLength(2_500);
    expect(problemOf(rows(5_001))).toEqual({ code: "tooManyRows", rows: 5_001, max: 5_000 });
  });
});

describe("the work orders of a file", () => {
  const columns = `${head};MaterialCode;MaterialQuantity;MaterialPrice;HourType;PeriodDate;TotalTime`;

  it("have one row for each line, and the lines in the order of the rows", () => {
    const orders = ordersOf([columns, "W-1;A;20-11-2026;4711;2;233,00;;;", "W-2;B;20-11-2026;;;;;;", "W-1;;;;;;MONT;19-11-2026;1:30", "W-1;A;20-11-2026;2208;0,5;;;;0"].join("\n"));
    expect(orders.map(({ number, rows }) => [number, rows.map(({ row }) => row)])).toEqual([["W-1", [2, 4, 5]], ["W-2", [3]]]);
    expect(inputOf(orders[0])?.lines).toMatchObject([
      { type: "material", code: "4711", quantity: "2", price: "233" },
      { type: "period", hourTypeCode: "MONT", date: "2026-11-19", totalMinutes: 90 },
      { type: "material", code: "2208", quantity: "0.5", price: null },
    ]);
    expect(inputOf(orders[1])?.lines).toEqual([]);
  });

  it("name every wrong cell with its row, its column and what is in it", () => {
    const rows = ["W-1;A;20-11-2026;4711;two;;;;", "W-1;B;;;;;MONT;31-02-2026;", ";A;20-11-2026;;;;;;", "W-2;;yesterday;;;;;;", "W-3;C;20-11-2026;4711;1;;;;"];
    expect(wrongOf([columns, ...rows].join("\n"))).toEqual([
      "2 MaterialQuantity decimal two",
      "3 PeriodDate date 31-02-2026",
      "3 TotalTime duration",
      "3 CustomerName differs B",
      "4 WorkorderNo required",
      "5 WorkDate date yesterday",
      "5 CustomerDebtorNr customer",
    ]);
    expect(ordersOf([columns, ...rows].join("\n")).filter((order) => "posted" in order).map(({ number }) => number)).toEqual(["W-3"]);
  });

  test.each([
    [["1.125"], ["2 MaterialQuantity ambiguous 1.125"]],
    [["1,125"], ["2 MaterialQuantity ambiguous 1,125"]],
    [["1.125", "2,50"], ["2 MaterialQuantity ambiguous 1.125"]],
    [["1,125", "2,50"], []],
    [["1.125", "2.5"], []],
    [["0.125"], []],
    [["1125"], []],
  ])("with the quantities %j have no number that may be a thousand times larger", (quantities, wrong) => {
    expect(wrongOf([columns, ...quantities.map((quantity, index) => `W-${index};A;20-11-2026;4711;${quantity};;;;`)].join("\n"))).toEqual(wrong);
  });

  it("read back what we disarmed for spreadsheets", () => {
    expect(inputOf(ordersOf(`${columns}\nW-1;'=A;20-11-2026;4711;'-5;;;;`)[0])).toMatchObject({ customer: { name: "=A" }, lines: [{ quantity: "-5" }] });
  });
});

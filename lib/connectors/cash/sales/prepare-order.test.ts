import { describe, expect, it } from "vitest";
import type { MatchedKeys } from "@/lib/connectors/exporter";
import type { SalesDocument, SalesLine } from "@/lib/connectors/sales-document";
import { readFieldMap } from "../field-map";
import { exampleDocument, exampleParty, hoursLine, materialLine, noKeys, textLine } from "../testing/example-order";
import { prepareOrder } from "./prepare-order";

const fieldMap = readFieldMap({});
const prepare = (overrides: Partial<SalesDocument>, matched: MatchedKeys = noKeys) => prepareOrder(exampleDocument(overrides), matched, fieldMap);
const lines = (...of: SalesLine[]) => prepare({ lines: of }).content.lines;

describe("the head of an order", () => {
  it("has customer, invoice customer, delivery address, date, reference and description in Cash's notation", () => {
    const { content, reference, warnings, problems } = prepare(
      { invoiceCustomer: { ...exampleParty, debtorNumber: "200" }, deliveryAddressCode: "2", reference: "2026.1234 P-77", description: "Koeling lekt in de winkel, kraan vervangen" },
      { relations: { "100": "000100", "200": "000200" }, articles: {} },
    );
    expect(content.head).toEqual({
      F2401: "261121", F2406: "2026.1234 P-77", F2220: "000100", F2227: "000200", F2419: "002", F2405: "Koeling lekt in de", F2408: "winkel, kraan vervangen",
    });
    expect({ reference, warnings, problems }).toEqual({ reference: "2026.1234 P-77", warnings: [], problems: [] });
  });

  it("leaves out who is not known yet, and writes a number of its own until Cash's is known", () => {
    expect(prepare({}).content.head["F2220"]).toBe("000100");
    expect(prepare({ customer: { ...exampleParty, debtorNumber: null } }).content.head).not.toHaveProperty("F2220");
  });

  it("warns of a description that does not fit", () => {
    const description = "Eerste deel van de tekst tweede deel van de tekst en nog veel meer";
    const { content, warnings } = prepare({ description });
    expect([content.head["F2405"], content.head["F2408"]]).toEqual(["Eerste deel van de tekst", "tweede deel van de tekst"]);
    expect(warnings).toEqual([{ code: "textCut", params: { workOrder: "2026.1234", vendor: "Cash", field: "description", length: 50, text: description } }]);
  });

  it.each<[string, Partial<SalesDocument>, string, Record<string, string>]>([
    ["a year Cash cannot hold", { date: "1999-12-31" }, "valueOutOfRange", { field: "date", value: "1999-12-31" }],
    ["a debtor number that is none", { customer: { ...exampleParty, debtorNumber: "A1" } }, "valueOutOfRange", { field: "customer", value: "A1" }],
    ["a debtor number that is too long", { customer: { ...exampleParty, debtorNumber: "1234567" } }, "valueOutOfRange", { field: "customer", value: "1234567" }],
    ["an address that is no number", { deliveryAddressCode: "LOODS" }, "valueOutOfRange", { field: "deliveryAddress", value: "LOODS" }],
    ["a number that would be written otherwise", { workOrderNumber: "WB|12", reference: "WB|12" }, "valueOutOfRange", { field: "reference", value: "WB|12" }],
    ["an article code that is too long", { lines: [materialLine("X".repeat(21))] }, "valueOutOfRange", { field: "code", value: "X".repeat(21) }],
    ["an article code with a separator", { lines: [materialLine("A|B")] }, "valueOutOfRange", { field: "code", value: "A|B" }],
  ])("names %s as a problem", (_, overrides, code, params) => {
    expect(prepare(overrides).problems).toEqual([{ code, params: { workOrder: overrides.workOrderNumber ?? "2026.1234", vendor: "Cash", ...params }, ...(overrides.lines === undefined ? {} : { position: 1 }) }]);
  });

  it("says who and what is blocked in Cash", () => {
    const blocked = { relations: ["100"], articles: ["4711"] };
    expect(prepare({}, { relations: { "100": "000100" }, articles: { "4711": "4711" }, blocked }).problems).toEqual([
      { code: "relationBlocked", params: { workOrder: "2026.1234", vendor: "Cash", relation: "100" } },
      { code: "articleBlocked", params: { workOrder: "2026.1234", vendor: "Cash", code: "4711" }, position: 1 },
    ]);
  });

  it("never cuts into the number, and says what of the reference is left out", () => {
    const { reference, warnings } = prepare({ reference: "2026.1234 … projectnaam lang" });
    expect(reference).toBe("2026.1234 ... projectnaam");
    expect(warnings.map(({ code, params }) => [code, params["field"]])).toEqual([["charactersReplaced", "reference"], ["textCut", "reference"]]);
  });
});

describe("the lines of an order", () => {
  it("are materials, hours and texts, in the order of the document", () => {
    expect(lines(textLine("Kraan vervangen"), materialLine("kraan-1", {}, "hoofd"), hoursLine("MONT", { quantity: "0.33", unitPrice: "62.5" }))).toEqual([
      { F2001: "Kraan vervangen" },
      { F2260: "KRAAN-1", F2001: "Koelkraan", F2410: "2,00", F2267: "12,50", F2002: "0,00", F2209: "HOOFD" },
      { F2260: "MONT", F2001: "Monteur", F2410: "0,33", F2267: "62,50", F2002: "0,00" },
    ]);
  });

  it("take the article's code as Cash has it, also for a code like constructor", () => {
    expect(prepare({ lines: [materialLine("4711")] }, { relations: {}, articles: { "4711": "KRAAN" } }).content.lines[0]).toMatchObject({ F2260: "KRAAN" });
    expect(lines(materialLine("constructor"))[0]).toMatchObject({ F2260: "CONSTRUCTOR" });
  });

  it("go on in lines of text where a text is too long", () => {
    const text = "Storing verholpen, filters vervangen en de installatie opnieuw ingeregeld";
    expect(lines(textLine(text), hoursLine("MONT", { text })).map((line) => [line["F2260"], line["F2001"]])).toEqual([
      [undefined, "Storing verholpen, filters"], [undefined, "vervangen en de installatie opnieuw"], [undefined, "ingeregeld"],
      ["MONT", "Storing verholpen, filters"], [undefined, "vervangen en de installatie opnieuw"], [undefined, "ingeregeld"],
    ]);
    expect(prepare({ lines: [textLine(text)] }).warnings).toEqual([]);
  });

  it("without a price leave it to Cash", () => {
    expect(lines(materialLine("4711", { unitPrice: null }))).toEqual([{ F2260: "4711", F2001: "Koelkraan", F2410: "2,00" }]);
  });

  it.each([
    [{ quantity: "-2", unitPrice: "12.5", discount: "10" }, { F2410: "-2,00", F2267: "12,50", F2002: "10,00" }],
    [{ quantity: "0.125", unitPrice: "8", discount: "0" }, { F2410: "0,125", F2267: "8,00" }],
    [{ quantity: "0.3333", unitPrice: "3", discount: "33.33" }, { F2410: "0,3333", F2267: "3,00", F2002: "33,33" }],
    [{ quantity: "999999999", unitPrice: "0.1", discount: "0" }, { F2410: "999999999,00", F2267: "0,10" }],
  ])("write %j exactly", (amounts, fields) => {
    const { content, warnings, problems } = prepare({ lines: [materialLine("4711", amounts)] });
    expect(content.lines[0]).toMatchObject(fields);
    expect([warnings, problems]).toEqual([[], []]);
  });

  it("round what Cash cannot hold only where the line comes to the same", () => {
    const same = prepare({ lines: [materialLine("4711", { quantity: "1", unitPrice: "12.5049" })] });
    expect(same.content.lines[0]).toMatchObject({ F2267: "12,50" });
    expect(same.warnings).toEqual([{ code: "rounded", params: { workOrder: "2026.1234", vendor: "Cash", field: "price", value: "12.5049", rounded: "12.5" }, position: 1 }]);
    expect(same.problems).toEqual([]);
  });

  it.each([
    ["price", { quantity: "100", unitPrice: "0.0125" }, "0.0125"],
    ["discount", { quantity: "1000", unitPrice: "10", discount: "3.3333" }, "3.3333"],
    ["price", { quantity: "1", unitPrice: "1234567890" }, "1234567890"],
    ["quantity", { quantity: "1234567890", unitPrice: "1" }, "1234567890"],
  ])("cannot go out with a %s that Cash would change: %j", (field, amounts, value) => {
    const { problems, warnings } = prepare({ lines: [materialLine("4711", amounts)] });
    expect(problems).toEqual([{ code: "valueOutOfRange", params: { workOrder: "2026.1234", vendor: "Cash", field, value }, position: 1 }]);
    expect(warnings).toEqual([]);
  });

  it("five hundred of them with emoji and separators are all there", () => {
    const { content, warnings, problems } = prepare({ lines: Array.from({ length: 500 }, (_, place) => materialLine("4711", { position: place + 1, text: `Regel ${place} | 🔧` })) });
    expect(content.lines).toHaveLength(500);
    expect(content.lines[499]).toMatchObject({ F2001: "Regel 499 - ?" });
    expect(warnings).toHaveLength(500);
    expect(problems).toEqual([]);
  });
});

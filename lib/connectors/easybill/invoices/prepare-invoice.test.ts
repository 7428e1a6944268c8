import { describe, expect, it } from "vitest";
import type { ExportSettings } from "@/lib/connectors/connector";
import type { MatchedKeys } from "@/lib/connectors/exporter";
import type { SalesDocument, SalesLine } from "@/lib/connectors/sales-document";
import { prepareInvoice } from "./prepare-invoice";
import { exampleInvoice, exampleParty, hoursLine, materialLine, noKeys, textLine } from "./testing/example-invoice";

const known: MatchedKeys = { relations: { "70001": "11" }, articles: { "4711": "21", MONT: "22" } };
const prepare = (overrides: Partial<SalesDocument> = {}, settings: ExportSettings = {}, matched = known) => prepareInvoice(exampleInvoice(overrides), matched, settings);
const lines = (...given: SalesLine[]) => prepare({ lines: given }).content.lines;
const withDetails = (details: Record<string, string>, blocked: string[] = []): MatchedKeys => ({ ...known, blocked: { relations: blocked, articles: [] }, details: { relations: { "11": details }, articles: {} } });
const about = { workOrder: "2026.1234", vendor: "EasyBill" };

describe("the head of an invoice", () => {
  it("is that of a draft for the customer, found again by its reference, with the work address in its text", () => {
    const { reference, content, warnings, problems, followUps, totals } = prepare();
    expect(content.head).toEqual({
      type: "INVOICE", customer_id: "11", external_id: "2026.1234", title: "2026.1234", document_date: "2026-11-20", "service_date.type": "SERVICE", "service_date.date": "2026-11-20",
      text_prefix: "Einsatzort: Bäckerei Kornblume, Dorfstraße 12, 10115 Berlin", vat_option: "NULL", calc_vat_from: "0",
    });
    expect([reference, warnings, problems, followUps, totals]).toEqual(["2026.1234", [], [], [], undefined]);
  });

  it("goes to who pays, and says where the work was done", () => {
    const { head } = prepare({ invoiceCustomer: { ...exampleParty, debtorNumber: "70002", name: "Hausverwaltung" } }, {}, { ...known, relations: { "70001": "11", "70002": "12" } }).content;
    expect(head).toMatchObject({ customer_id: "12", text_prefix: "Einsatzort: Bäckerei Kornblume, Dorfstraße 12, 10115 Berlin" });
  });

  it("is of the day on which the work ended, also where people worked longer", () => {
    const { head } = prepare({ date: "2026-11-19", workDays: { first: "2026-11-18", last: "2026-11-20" } }).content;
    expect(head).toMatchObject({ document_date: "2026-11-19", "service_date.date_to": "2026-11-20" });
  });

  it("says from when to when the work was done", () => {
    expect(prepare({ workDays: { first: "2026-11-18", last: "2026-11-20" } }).content.head).toMatchObject({ "service_date.type": "SERVICE", "service_date.date_from": "2026-11-18", "service_date.date_to": "2026-11-20" });
    expect(prepare({ workDays: { first: "2026-11-18", last: "2026-11-20" } }).content.head).not.toHaveProperty(["service_date.date"]);
  });

  it("has the texts and the payment term of the settings; without them EasyBill has its own", () => {
    const { head } = prepare({}, { textBefore: " %KUNDE.ANREDE%,\n", textAfter: "Danke!", paymentTerm: "14", workAddressLabel: "Objekt" }).content;
    expect(head).toMatchObject({ text_prefix: "%KUNDE.ANREDE%,\n\nObjekt Bäckerei Kornblume, Dorfstraße 12, 10115 Berlin", text: "Danke!", due_in_days: "14" });
    expect(Object.keys(prepare({}, { workAddressLabel: "" }).content.head)).not.toEqual(expect.arrayContaining(["text_prefix", "text", "due_in_days"]));
    expect(prepare({ customer: { ...exampleParty, countryCode: "nl" } }).content.head["text_prefix"]).toMatch(/10115 Berlin, NL$/);
  });

  it("has a title that begins with the reference, and is cut behind it", () => {
    const reference = "2026.1234 P-77";
    expect(prepare({ reference }, { titleFormat: "workOrderAndDescription" }).content.head).toMatchObject({ external_id: reference, title: `${reference} Kühlung undicht` });
    const long = prepare({ reference, description: "😀".repeat(300) }, { titleFormat: "workOrderAndDescription" });
    expect([...(long.content.head["title"] ?? "")]).toHaveLength(255);
    expect(long.warnings).toMatchObject([{ code: "textCut", params: { ...about, field: "title", length: 255 } }]);
  });

  it("keeps the number whole, and replaces what EasyBill may not give back in the reference behind it", () => {
    const { reference, content, warnings } = prepare({ reference: "2026.1234 Café 🔥" });
    expect([reference, content.head["external_id"]]).toEqual(["2026.1234 Café ?", "2026.1234 Café ?"]);
    expect(warnings).toEqual([{ code: "charactersReplaced", params: { ...about, field: "reference", characters: "🔥" } }]);
    expect(prepare({ workOrderNumber: "WB🔥", reference: "WB🔥" }).problems).toEqual([{ code: "valueOutOfRange", params: { vendor: "EasyBill", workOrder: "WB🔥", field: "reference", value: "WB🔥" } }]);
  });
});

describe("VAT", () => {
  it.each([
    ["what the customer says", { vatOption: "IG" }, {}, "IG"],
    ["the customer, also that there is VAT", { vatOption: "NULL" }, { vatOption: "revc" }, "NULL"],
    ["the settings where EasyBill says nothing of the customer", { vatOption: "" }, { vatOption: "revc" }, "revc"],
    ["a small business, which never charges any", { vatOption: "NULL" }, { vatOption: "smallBusiness" }, "smallBusiness"],
  ])("is decided by %s", (_, details, settings, option) => {
    const { content, totals } = prepare({}, settings, withDetails({ state: "open", email: "a@b.example", ...details }));
    expect(content.head["vat_option"]).toBe(option);
    expect(content.lines.map((line) => line["vat_percent"])).toEqual([option === "NULL" ? "19" : "0"]);
    expect(totals?.gross).toBe(option === "NULL" ? undefined : "25.00");
  });

  it("is always said of a line, by the settings where nobody knows it", () => {
    const unknown = prepare({ lines: [materialLine("4711", { vatRate: null }), materialLine("4711", { vatRate: "7" })] }, { defaultVatRate: "19" });
    expect(unknown.content.lines.map((line) => line["vat_percent"])).toEqual(["19", "7"]);
    expect(unknown.totals).toMatchObject({ net: "50.00", vat: [{ rate: "7", amount: "1.75" }, { rate: "19", amount: "4.75" }], gross: "56.50" });
  });
});

describe("the lines of an invoice", () => {
  it("are positions with exact cents, and texts", () => {
    expect(lines(textLine("Hahn ersetzt"), materialLine("4711"), hoursLine("MONT", { quantity: "0.33", unitPrice: "62.5" }))).toEqual([
      { type: "TEXT", description: "Hahn ersetzt" },
      { type: "POSITION", number: "4711", description: "Kühlhahn", unit: "Stk", quantity: "2", single_price_net: "1250", vat_percent: "19", position_id: "21", itemType: "PRODUCT" },
      { type: "POSITION", number: "MONT", description: "Monteur", unit: "h", quantity: "0.33", single_price_net: "6250", vat_percent: "19", position_id: "22", itemType: "SERVICE" },
    ]);
  });

  it.each([
    ["a fraction of a cent", { unitPrice: "0.0125" }, { single_price_net: "1.25" }],
    ["a discount", { discount: "33.3333" }, { discount: "33.3333", discount_type: "PERCENT" }],
    ["a return", { quantity: "-1.5" }, { quantity: "-1.5" }],
    ["nothing to pay", { unitPrice: "0" }, { single_price_net: "0" }],
    ["a surcharge, which is a higher price", { discount: "-12.5", unitPrice: "0.4567" }, { single_price_net: "51.37875" }],
    ["the greatest amounts", { quantity: "9999999999", unitPrice: "9999999999.9999" }, { quantity: "9999999999", single_price_net: "999999999999.99" }],
  ])("hold %s exactly", (_, amounts, fields) => {
    const { content, problems, warnings } = prepare({ lines: [materialLine("4711", amounts)] });
    expect(content.lines[0]).toMatchObject(fields);
    expect([problems, warnings]).toEqual([[], []]);
  });

  it.each([
    ["quantity", { quantity: "-12345.6789" }, "-12345.6789"],
    ["price", { unitPrice: "9999999999.9999", discount: "-0.0001" }, "9999999999.9999"],
  ])("that EasyBill cannot hold are a problem of the %s", (field, amounts, value) => {
    expect(prepare({ lines: [materialLine("4711", amounts)] }).problems).toEqual([{ code: "valueOutOfRange", params: { ...about, field, value }, position: 1 }]);
  });

  it("without a price have EasyBill's, and the totals with it", () => {
    const line = materialLine("4711");
    const without = { ...line, unitPrice: null, net: null };
    const asked: MatchedKeys = { ...known, details: { relations: {}, articles: { "21": { price: "84.0336" } } } };
    expect(prepare({ lines: [without] }, {}, asked)).toMatchObject({ content: { lines: [{ single_price_net: "8403.36" }] }, totals: { net: "168.07", gross: "200.00" } });
    expect(prepare({ lines: [without] }).content.lines[0]).not.toHaveProperty("single_price_net");
  });

  it("name no position that is not there yet, nor one that reads like a name of JavaScript", () => {
    expect(prepare({ lines: [materialLine("constructor"), materialLine("X1")] }, {}, { ...known, articles: { X1: "X1" } }).content.lines.map((line) => line["position_id"])).toEqual([undefined, undefined]);
  });

  it("five hundred of them are all there", () => {
    const { content, problems } = prepare({ lines: Array.from({ length: 500 }, (_, place) => materialLine("4711", { position: place + 1, text: `Zeile ${place} 🔧` })) });
    expect([content.lines.length, content.lines[499]?.["description"], problems]).toEqual([500, "Zeile 499 🔧", []]);
  });
});

describe("what stands in the way", () => {
  it("is an archived customer or position, or a customer who has gone", () => {
    const blocked: MatchedKeys = { ...known, blocked: { relations: ["70001"], articles: ["4711"] } };
    expect(prepare({}, {}, blocked).problems).toEqual([{ code: "relationBlocked", params: { ...about, relation: "70001" } }, { code: "articleBlocked", params: { ...about, code: "4711" }, position: 1 }]);
    expect(prepare({}, {}, withDetails({ state: "gone", vatOption: "", email: "" })).problems).toEqual([{ code: "relationNotFound", params: { ...about, relation: "70001" } }]);
  });

  it("is not the customer for whom somebody else pays", () => {
    const matched: MatchedKeys = { ...known, relations: { "70001": "11", "70002": "12" }, blocked: { relations: ["70001"], articles: [] } };
    expect(prepare({ invoiceCustomer: { ...exampleParty, debtorNumber: "70002" } }, {}, matched).problems).toEqual([]);
  });

  it("is said of nobody who could not be asked about", () => {
    expect(prepare({}, { finality: "final", email: true }, noKeys)).toMatchObject({ problems: [], warnings: [], followUps: ["finish", "email"] });
  });
});

describe("what follows a booked draft", () => {
  it.each([
    [{}, []],
    [{ attachment: true }, ["attachment"]],
    [{ email: true }, []],
    [{ finality: "final" }, ["finish"]],
    [{ finality: "final", email: true, attachment: true }, ["attachment", "finish", "email"]],
  ])("with %j is %j", (settings, followUps) => {
    expect(prepare({}, settings).followUps).toEqual(followUps);
  });

  it("is no e-mail to a customer without an address, and says so", () => {
    const { followUps, warnings } = prepare({}, { finality: "final", email: true }, withDetails({ state: "open", vatOption: "", email: "" }));
    expect([followUps, warnings]).toEqual([["finish"], [{ code: "emailMissing", params: { ...about, relation: "70001" } }]]);
  });
});

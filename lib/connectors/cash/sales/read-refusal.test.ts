import { describe, expect, it } from "vitest";
import { readFieldMap } from "../field-map";
import { parseXml } from "../soap/xml-tree";
import { readRefusal } from "./read-refusal";

const fieldMap = readFieldMap({});
const error = (message: string, line: number, source: string) => `<error><message>${message}</message><line>${line}</line><source>${source}</source></error>`;
const escaped = (xml: string) => parseXml(`<err>${xml.replaceAll("<", "&lt;")}</err>`);
const refusal = (...errors: string[]) => readRefusal(escaped(`<cash><errors>${errors.join("")}</errors></cash>`), fieldMap);

describe("what Cash says of a refused import", () => {
  it.each([
    ["0101=123456", "2229|0101=123456|2229=Loods|", { record: "deliveryAddress", field: "debtorNumber", value: "123456" }],
    ["2220=999999", "2400|2220=999999|", { record: "salesOrder", field: "customer", value: "999999" }],
    ["2410=1000000000000,00", "2410|2410=1000000000000,00|", { record: "orderLine", field: "quantity", value: "1000000000000,00", line: 0 }],
    ["103=A &amp;amp; B", "101|103=A|", { record: "relation", field: "name", value: "A & B" }],
    ["2404=X", "2400|2404=X|", { record: "salesOrder", field: "2404", value: "X" }],
    ["0999=X", "0777|0999=X|", { record: "0777", field: "0999", value: "X" }],
  ])("Ongeldige waarde %s names record, field and value", (value, source, params) => {
    expect(refusal(error(`Ongeldige waarde ${value}`, 1, source)).problems).toMatchObject([{ code: "valueRefused", params: { vendor: "Cash", ...params } }]);
  });

  it("finds the record by its place where the source is missing", () => {
    const err = parseXml("<err><cash><errors><error><message>Ongeldige waarde 2267=x</message><line>3</line></error></errors></cash></err>");
    const sent = ["R2400", "R2410", "R2410"].map((name) => ({ name, fields: {} }));
    expect(readRefusal(err, fieldMap, sent).problems).toMatchObject([{ params: { record: "orderLine", field: "price", value: "x", line: 2 } }]);
    expect(readRefusal(err, fieldMap).problems).toMatchObject([{ params: { record: "", field: "2267", value: "x" } }]);
  });

  it("keeps each of several errors, and passes over those that only follow from the head's", () => {
    const head = error("Ongeldige waarde 2220=9", 1, "2400|2220=9|");
    const consequence = error("Ongeldige waarde 2400=", 2, "2410|2260=A|");
    const own = error("Ongeldige waarde 2260=A", 3, "2410|2260=A|");
    expect(refusal(head, consequence, own).problems.map(({ params }) => params["field"])).toEqual(["customer", "article"]);
    expect(refusal(consequence).problems).toHaveLength(1);
    expect(refusal(...Array.from({ length: 500 }, () => own)).problems).toHaveLength(20);
  });

  it.each([
    ["nothing", null, "–"],
    ["plain text", parseXml("<err>Periode is afgesloten</err>"), "Periode is afgesloten"],
    ["broken XML", escaped("<cash><errors>"), "<cash><errors>"],
    ["an error without a message", escaped("<cash><errors><error/></errors></cash>"), "–"],
  ])("of %s makes one problem with Cash's own words", (_, err, message) => {
    expect(readRefusal(err, fieldMap).problems).toMatchObject([{ code: "refused", params: { vendor: "Cash", message } }]);
  });

  it("follows the field map", () => {
    const err = escaped(`<cash><errors>${error("Onjuist: 2411 (x)", 2, "2410|2411=x|")}</errors></cash>`);
    const other = readFieldMap({ refusedValue: "^Onjuist: (\\d{4}) \\((.*)\\)$", orderLineQuantity: "F2411" });
    expect(readRefusal(err, other).problems).toMatchObject([{ params: { record: "orderLine", field: "quantity", value: "x", line: 1 } }]);
  });
});

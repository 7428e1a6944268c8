import { describe, expect, it } from "vitest";
import { readFieldMap } from "../field-map";
import { readArticle } from "./article";
import { readDeliveryAddress } from "./delivery-address";
import { readEmployee } from "./employee";
import { readRelation, type CustomerStanding } from "./relation";
import { tidy, withoutPadding } from "./text";
import { readWarehouse } from "./warehouse";

const fields = readFieldMap({});
const record = (values: Record<string, string>) => new Map(Object.entries(values));

const complete = { F0101: "000100", F0102: "JANSEN", F0103: "Jansen & Zn.", F0105: "Markt 1", F0107: "1234 AB BREDA", F0438: "1234 AB" };
const relation = (changes: Record<string, string>, customer: CustomerStanding = "open") => readRelation(record({ ...complete, ...changes }), customer, fields);

describe("a relation", () => {
  it("is imported with everything Cash says of it", () => {
    const all = {
      F0104: "T. de Wit", F0108: "076-1234567", F0111: "030", F0116: "NL1B01", F0120: "info(at)jansen.nl", F1197: "06-1", F1479: "12345678",
      F0125: "NEDERLAND", F0130: "NL", F1487: "N",
    };
    expect(relation(all)).toEqual({
      outcome: "import",
      externalId: "000100",
      content: {
        debtorNumber: "100", name: "Jansen & Zn.", searchName: "JANSEN", attention: "T. de Wit", street: "Markt 1", postalCode: "1234 AB", city: "Breda",
        countryCode: "NL", country: "Nederland", phone: "076-1234567", mobile: "06-1", email: "info(at)jansen.nl", vatNumber: "NL1B01",
        chamberNumber: "12345678", paymentTerm: 30,
      },
    });
  });

  it.each([
    ["no customer", {}, "none", "notCustomer"],
    ["blocked as a customer", {}, "blocked", "blocked"],
    ["blocked as a relation", { F1487: "J" }, "open", "blocked"],
    ["without a name", { F0103: " " }, "open", "missingName"],
    ["without a street", { F0105: "" }, "open", "missingStreet"],
    ["without a postal code", { F0107: "BREDA", F0438: "" }, "open", "missingPostalCode"],
    ["without a place", { F0107: "1234 AB" }, "open", "missingCity"],
    ["without a number", { F0101: "" }, "open", "missingCode"],
  ] as const)("%s is left out for that reason", (_, changes, customer, reason) => {
    expect(relation(changes, customer)).toMatchObject({ outcome: "skip", reason });
  });

  it("gives the first reason only, in the order of the rules", () => {
    expect(relation({ F0103: "", F0105: "", F1487: "J" }, "none")).toMatchObject({ reason: "notCustomer" });
    expect(relation({ F0103: "", F0105: "", F1487: "J" })).toMatchObject({ reason: "blocked" });
    expect(relation({ F0103: "", F0105: "" })).toMatchObject({ reason: "missingName", field: "name" });
  });

  it("is called by its name, else by its search name", () => {
    expect(relation({ F1487: "J" })).toMatchObject({ label: "Jansen & Zn." });
    expect(relation({ F0103: "" })).toMatchObject({ label: "JANSEN" });
  });

  it("keeps `|` in its name and puts line breaks on one line", () => {
    expect(relation({ F0103: "Bouw | Advies\r\nTweede  verdieping " })).toMatchObject({ content: { name: "Bouw | Advies Tweede verdieping" } });
  });

  it("that is too long somewhere fails with the field and the beginning of the value", () => {
    const failed = relation({ F0105: "x".repeat(10_000) });
    expect(failed).toMatchObject({ outcome: "fail", externalId: "000100", label: "Jansen & Zn.", field: "street" });
    expect(failed.outcome === "fail" && failed.value.length).toBe(200);
  });

  it("with an impossible payment term, or bytes nobody can read, fails with the field", () => {
    expect(relation({ F0111: "dertig" })).toMatchObject({ outcome: "fail", field: "paymentTerm", value: "dertig" });
    expect(relation({ F0111: "99999" })).toMatchObject({ outcome: "fail", field: "paymentTerm" });
    expect(relation({ F0103: "Caf\uFFFD Zo\uFFFD" })).toMatchObject({ outcome: "fail", field: "name" });
  });
});

describe("a delivery address", () => {
  const address = { F0101: "000100", F2228: "001", F2229: "Werkplaats", F0103: "Loods Noord", F0105: "Kade 3", F0107: "1234 AB", F0438: "1234 AB" };

  it("belongs to its relation by the number Cash sends, and may lack a place", () => {
    expect(readDeliveryAddress(record(address), fields)).toEqual({
      outcome: "import",
      externalId: "000100|001",
      content: {
        relation: "000100", code: "1", description: "Werkplaats", name: "Loods Noord", attention: null, street: "Kade 3", postalCode: "1234 AB", city: null,
        countryCode: null, country: null, phone: null,
      },
    });
  });

  it("without a relation or a serial number is left out", () => {
    expect(readDeliveryAddress(record({ ...address, F0101: "" }), fields)).toMatchObject({ reason: "missingCode", field: "relation", label: "Werkplaats" });
    expect(readDeliveryAddress(record({ ...address, F2228: "" }), fields)).toMatchObject({ reason: "missingCode", field: "code" });
  });
});

describe("an article", () => {
  const article = { F2260: "BUIS-15", F2261: "BUIS", F2001: "Koperen buis 15 mm", F2208: "KOPER", F2262: "A", F2266: "m", F2267: "0012,50", F2273: "140,00", F2422: "01" };
  const read = (changes: Record<string, string>) => readArticle(record({ ...article, ...changes }), fields);

  it.each(["A", "M", "E", "S", "a"])("of type %s is material", (type) => {
    expect(read({ F2262: type })).toEqual({
      kind: "materials",
      record: {
        outcome: "import",
        externalId: "BUIS-15",
        content: {
          code: "BUIS-15", name: "Koperen buis 15 mm", searchName: "BUIS", group: "KOPER", unit: "m", price: "12.50", vatCode: "01", vatRate: null, type: type.toUpperCase(), stock: "140.00",
        },
      },
    });
  });

  it("of type K is an hour type", () => {
    expect(read({ F2262: "K" })).toEqual({
      kind: "hourTypes",
      record: { outcome: "import", externalId: "BUIS-15", content: { code: "BUIS-15", name: "Koperen buis 15 mm", unit: "m", price: "12.50", vatCode: "01", vatRate: null } },
    });
  });

  it.each(["T", ""])("of type '%s' is neither, and stands among the materials", (type) => {
    expect(read({ F2262: type, F2280: "J", F2001: "" })).toMatchObject({ kind: "materials", record: { outcome: "skip", reason: "unknownType", field: "type", value: type } });
  });

  it("blocked, without a description or without a code is left out of its own kind", () => {
    expect(read({ F2280: "J", F2001: "" })).toMatchObject({ kind: "materials", record: { reason: "blocked" } });
    expect(read({ F2262: "K", F2280: "J" })).toMatchObject({ kind: "hourTypes", record: { reason: "blocked" } });
    expect(read({ F2001: "" })).toMatchObject({ record: { reason: "missingName", label: "BUIS" } });
    expect(read({ F2260: "" })).toMatchObject({ record: { reason: "missingCode" } });
  });

  it("with a price that is no amount fails with the price", () => {
    expect(read({ F2267: "op aanvraag" })).toMatchObject({ record: { outcome: "fail", field: "price", value: "op aanvraag" } });
  });

  it("is read from other fields where the field map says so", () => {
    const other = readFieldMap({ articleType: "F2299", hourTypes: ["U"] });
    expect(readArticle(record({ ...article, F2299: "U" }), other)).toMatchObject({ kind: "hourTypes" });
  });
});

describe("a warehouse and an employee", () => {
  it("are imported by code and name", () => {
    expect(readWarehouse(record({ F2209: "BUS3", F2001: "Servicebus 3 & aanhanger" }), fields)).toEqual({
      outcome: "import", externalId: "BUS3", content: { code: "BUS3", name: "Servicebus 3 & aanhanger" },
    });
    expect(readEmployee(record({ F2205: "M001", F2001: "Eva Kok", F0120: "eva@x.example" }), fields)).toEqual({
      outcome: "import", externalId: "M001", content: { code: "M001", name: "Eva Kok", email: "eva@x.example" },
    });
  });

  it("are left out when blocked, nameless or without a code", () => {
    for (const [read, code] of [[readWarehouse, "F2209"], [readEmployee, "F2205"]] as const) {
      expect(read(record({ [code]: "X", F2001: "Naam", F2280: "J" }), fields)).toMatchObject({ reason: "blocked" });
      expect(read(record({ [code]: "X" }), fields)).toMatchObject({ reason: "missingName" });
      expect(read(record({ F2001: "Naam" }), fields)).toMatchObject({ reason: "missingCode", externalId: "?" });
    }
  });
});

describe("text", () => {
  it("is one line without odd spaces", () => {
    expect([tidy(undefined), tidy(" \n "), tidy(" a\u00A0b\t c  d "), tidy("plain")]).toEqual(["", "", "a b c d", "plain"]);
  });

  it("loses padding only where it is a number", () => {
    expect(["000100", "0", "000", "100", "00A1", ""].map(withoutPadding)).toEqual(["100", "0", "0", "100", "00A1", ""]);
  });
});

import { describe, expect, it } from "vitest";
import type { MatchedKeys } from "@/lib/connectors/exporter";
import { buildDocument } from "@/lib/export/document/build-document";
import { checkMatch, wantedKeys } from "@/lib/export/document/check-match";
import type { ExportableWorkOrder } from "@/lib/export/document/exportable-work-order";
import { exampleCatalogue, exampleMaterial, exampleOptions, exampleParty, examplePeriod, exampleTarget, exampleWorkOrder } from "@/lib/export/document/testing/example-work-order";

const everything: MatchedKeys = { relations: { "10023": "010023" }, articles: { "4711": "4711", MONT: "MONT" } };
const documentOf = (workOrder: Partial<ExportableWorkOrder>) => buildDocument({ ...exampleWorkOrder, ...workOrder }, exampleOptions, exampleCatalogue, exampleTarget).document;
const check = (workOrder: Partial<ExportableWorkOrder>, matched: Partial<MatchedKeys>, options: Partial<typeof exampleOptions> = {}) =>
  checkMatch(documentOf(workOrder), { options: { ...exampleOptions, ...options }, catalogue: exampleCatalogue, matched: { ...everything, ...matched }, vendorName: "Cash" });
const named = (params: Record<string, string>) => ({ workOrder: "2026.1234", vendor: "Cash", ...params });
const payer = { ...exampleParty, debtorNumber: "10099" };

describe("what is looked up at the vendor", () => {
  it("is everybody and every article that is billed, once", () => {
    const periods = [examplePeriod, { ...examplePeriod, position: 3 }, { ...examplePeriod, position: 4, hourTypeCode: "REIS" }];
    expect(wantedKeys(documentOf({ invoiceCustomer: payer, periods }))).toEqual({ relations: ["10023", "10099"], articles: ["4711", "MONT"] });
  });

  it("is nobody where no customer is named", () => {
    expect(wantedKeys(documentOf({ customer: { ...exampleParty, debtorNumber: null, name: "" } })).relations).toEqual([]);
  });
});

describe("what the vendor knows", () => {
  it("needs nothing", () => {
    expect(check({}, {})).toEqual({ problems: [], toCreate: [] });
  });

  it("is known by its key and not by what every object has", () => {
    const odd = check({ materials: [{ ...exampleMaterial, code: "constructor" }] }, {}, { createsMaterials: false });
    expect(odd.problems).toEqual([{ code: "materialNotFound", params: named({ material: "constructor" }), position: 1 }]);
  });
});

describe("a relation the vendor does not know", () => {
  it("is created", () => {
    expect(check({}, { relations: {} })).toEqual({ problems: [], toCreate: [{ kind: "relation", key: "10023", party: exampleParty }] });
  });

  it("is created without a number of its own, and found by the same key the next time", () => {
    const customer = { ...exampleParty, debtorNumber: null };
    const [created] = check({ customer }, { relations: {} }).toCreate;
    expect(created).toMatchObject({ kind: "relation", party: customer });
    expect(check({ customer }, { relations: { [created?.key ?? ""]: "000512" } }).toCreate).toEqual([]);
  });

  it("is a problem where relations are not created", () => {
    expect(check({ invoiceCustomer: payer }, { relations: {} }, { createsRelations: false })).toEqual({
      toCreate: [],
      problems: [{ code: "relationNotFound", params: named({ relation: "10023" }) }, { code: "invoiceRelationNotFound", params: named({ relation: "10099" }) }],
    });
  });

  it("is a problem as long as it lacks what a relation needs: each field is named", () => {
    const { problems, toCreate } = check({ customer: { ...exampleParty, debtorNumber: null, street: null, city: " " } }, { relations: {} });
    expect(toCreate).toEqual([]);
    expect(problems).toEqual(["street", "city"].map((field) => ({ code: "relationIncomplete", params: named({ relation: "Bakkerij De Korenaar", field }) })));
  });

  it("has no delivery address there either", () => {
    expect(check({ deliveryAddressCode: "2" }, { relations: {} }).problems).toEqual([{ code: "deliveryAddressNotFound", params: named({ address: "2" }) }]);
    expect(check({ deliveryAddressCode: "2", invoiceCustomer: payer }, {}).problems).toEqual([]);
  });

  it("may be the one who pays only", () => {
    expect(check({ invoiceCustomer: payer }, {}).toCreate).toMatchObject([{ kind: "relation", key: "10099" }]);
  });
});

describe("an article the vendor does not know", () => {
  const materials = [{ ...exampleMaterial, code: "X1", name: "Beugel" }, { ...exampleMaterial, position: 3, code: "X1", name: "Another name" }];

  it("is created once, as it is known here or else as its first line says", () => {
    expect(check({}, { articles: { MONT: "MONT" } }).toCreate).toEqual([{ kind: "article", key: "4711", article: { code: "4711", name: "Koelkraan 1/2\"", unit: "stuk", price: "14.00", type: "material" } }]);
    expect(check({ materials }, {}).toCreate).toEqual([{ kind: "article", key: "X1", article: { code: "X1", name: "Beugel", unit: "st", price: "12.5", type: "material" } }]);
  });

  it("is a problem at its first line where materials are not created", () => {
    expect(check({ materials }, {}, { createsMaterials: false }).problems).toEqual([{ code: "materialNotFound", params: named({ material: "X1" }), position: 1 }]);
  });

  it("as an hour type is created under the name of the hour type, not the remark of the period", () => {
    expect(check({ periods: [{ ...examplePeriod, remark: "Storing" }] }, { articles: { "4711": "4711" } }).toCreate).toEqual([
      { kind: "article", key: "MONT", article: { code: "MONT", name: "Monteur", unit: "uur", price: "62.50", type: "hourType" } },
    ]);
  });

  it("as an hour type that is not known here either is never created", () => {
    expect(check({ periods: [{ ...examplePeriod, hourTypeCode: "MNOT" }] }, {})).toEqual({ toCreate: [], problems: [{ code: "hourTypeNotFound", params: named({ hourType: "MNOT" }), position: 2 }] });
    expect(check({}, { articles: { "4711": "4711" } }, { createsMaterials: false }).problems).toEqual([{ code: "hourTypeNotFound", params: named({ hourType: "MONT" }), position: 2 }]);
  });
});

import { describe, expect, it } from "vitest";
import { exportProblemSchema } from "@/lib/connectors/export-problems";
import { buildDocument } from "@/lib/export/document/build-document";
import type { DocumentCatalogue, DocumentTarget } from "@/lib/export/document/document-catalogue";
import type { ExportableWorkOrder } from "@/lib/export/document/exportable-work-order";
import { exampleCatalogue, exampleMaterial, exampleOptions, exampleParty, examplePeriod, exampleTarget, exampleWorkOrder } from "@/lib/export/document/testing/example-work-order";

const nobody = { ...exampleParty, debtorNumber: null, name: null };
const problemsOf = (workOrder: Partial<ExportableWorkOrder>, catalogue: Partial<DocumentCatalogue> = {}, target: Partial<DocumentTarget> = {}) =>
  buildDocument({ ...exampleWorkOrder, ...workOrder }, { ...exampleOptions, defaultWarehouse: "BUS" }, { ...exampleCatalogue, ...catalogue }, { ...exampleTarget, ...target }).problems;
const named = (params: Record<string, string | number> = {}) => ({ workOrder: "2026.1234", vendor: "Cash", ...params });

describe("a work order with nothing to bill", () => {
  it("has no lines", () => {
    expect(problemsOf({ materials: [], periods: [] })).toEqual([{ code: "noLines", params: named() }]);
  });

  it("has hours that are all not billable", () => {
    expect(problemsOf({ materials: [], periods: [{ ...examplePeriod, hourTypeCode: "REIS" }] })).toEqual([{ code: "nothingBillable", params: named() }]);
    expect(problemsOf({ periods: [{ ...examplePeriod, hourTypeCode: "REIS" }] })).toEqual([]);
  });
});

describe("what cannot stand on a line", () => {
  it("is a quantity of nothing, however it is written", () => {
    expect(problemsOf({ materials: [{ ...exampleMaterial, quantity: "-0.0000" }] })).toEqual([{ code: "materialQuantityZero", params: named({ material: "4711" }), position: 1 }]);
    expect(problemsOf({ materials: [{ ...exampleMaterial, quantity: "-1" }] })).toEqual([]);
  });

  it("is a period without time, unless it stays out anyway", () => {
    expect(problemsOf({ periods: [{ ...examplePeriod, totalMinutes: 0 }] })).toEqual([{ code: "periodWithoutTime", params: named({ hourType: "MONT" }), position: 2 }]);
    expect(problemsOf({ periods: [{ ...examplePeriod, totalMinutes: 0, hourTypeCode: "REIS" }] })).toEqual([]);
  });

  it("is a discount of more than everything", () => {
    expect(problemsOf({ materials: [{ ...exampleMaterial, discount: "100.0001" }] })).toEqual([{ code: "valueOutOfRange", params: named({ field: "discount", value: "100.0001" }), position: 1 }]);
    expect(problemsOf({ materials: [{ ...exampleMaterial, discount: "100" }] })).toEqual([]);
  });

  it("is an amount that no document holds, charged or credited", () => {
    const huge = { ...exampleMaterial, quantity: "9999999999", price: "100.0000", vatRate: null };
    expect(problemsOf({ materials: [huge], periods: [] })).toEqual([]);
    expect(problemsOf({ materials: [{ ...huge, price: "101" }], periods: [] })).toMatchObject([{ params: { field: "net", value: "1009999999899.00" } }, { params: { field: "total" } }]);
    expect(problemsOf({ materials: [{ ...huge, price: "-101" }], periods: [] })).toMatchObject([{ params: { field: "net", value: "-1009999999899.00" } }, { params: { field: "total" } }]);
  });

  it("may be in the sum only", () => {
    const large = { ...exampleMaterial, quantity: "9999999999", price: "60", vatRate: null };
    expect(problemsOf({ materials: [large, { ...large, position: 2 }], periods: [] })).toEqual([{ code: "valueOutOfRange", params: named({ field: "total", value: "1199999999880.00" }) }]);
  });
});

describe("what a line refers to", () => {
  it("is a warehouse that is known, once those are imported", () => {
    const materials = [exampleMaterial, { ...exampleMaterial, position: 3, warehouseCode: "HAL" }, { ...exampleMaterial, position: 4, warehouseCode: "HAL" }];
    expect(problemsOf({ materials })).toEqual([]);
    expect(problemsOf({ materials }, { warehouses: new Set(["BUS", "HAL"]) })).toEqual([]);
    expect(problemsOf({ materials }, { warehouses: new Set() })).toEqual([
      { code: "warehouseNotFound", params: named({ warehouse: "BUS" }), position: 1 }, { code: "warehouseNotFound", params: named({ warehouse: "HAL" }), position: 3 },
    ]);
  });
});

describe("whom it is for", () => {
  it("has to be said", () => {
    expect(problemsOf({ customer: nobody })).toEqual([{ code: "customerMissing", params: named() }]);
    expect(problemsOf({ customer: { ...nobody, name: "Jansen" } })).toEqual([]);
  });

  it("has the delivery address, once the customer is imported", () => {
    expect(problemsOf({ deliveryAddressCode: "3" })).toEqual([]);
    expect(problemsOf({ deliveryAddressCode: "3" }, { deliveryAddresses: new Set(["3"]) })).toEqual([]);
    expect(problemsOf({ deliveryAddressCode: "3" }, { deliveryAddresses: new Set(["1"]) })).toEqual([{ code: "deliveryAddressNotFound", params: named({ address: "3" }) }]);
  });
});

describe("a reference", () => {
  it("has to hold the whole number of the work order", () => {
    expect(problemsOf({}, {}, { referenceLength: 9 })).toEqual([]);
    expect(problemsOf({}, {}, { referenceLength: 8 })).toEqual([{ code: "referenceTooLong", params: named({ reference: "2026.1234", length: 8 }) }]);
    expect(problemsOf({ revision: 10 }, {}, { referenceLength: 11 })).toEqual([{ code: "referenceTooLong", params: named({ reference: "2026.1234-10", length: 11 }) }]);
  });
});

describe("a work order with many flaws", () => {
  it("names them all at once, each in a form that can be stored", () => {
    const problems = problemsOf(
      { customer: nobody, deliveryAddressCode: "9", materials: [{ ...exampleMaterial, quantity: "0" }, { ...exampleMaterial, position: 3, discount: "150" }], periods: [{ ...examplePeriod, totalMinutes: 0 }] },
      { warehouses: new Set(["HAL"]), deliveryAddresses: new Set() },
      { referenceLength: 5 },
    );
    expect(problems.map(({ code }) => code)).toEqual([
      "customerMissing", "deliveryAddressNotFound", "referenceTooLong", "materialQuantityZero", "valueOutOfRange", "periodWithoutTime", "warehouseNotFound",
    ]);
    expect(problems.map((problem) => exportProblemSchema.parse(problem))).toEqual(problems);
  });
});

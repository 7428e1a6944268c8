import { describe, expect, it } from "vitest";
import { billLines, type BillingOptions } from "@/lib/export/document/billed-lines";
import type { ExportableMaterial, ExportablePeriod } from "@/lib/export/document/exportable-work-order";
import { exampleCatalogue, exampleMaterial, exampleOptions, examplePeriod } from "@/lib/export/document/testing/example-work-order";

const bill = (materials: Partial<ExportableMaterial>[], periods: Partial<ExportablePeriod>[], options: Partial<BillingOptions> = {}) =>
  billLines({ materials: materials.map((own) => ({ ...exampleMaterial, ...own })), periods: periods.map((own) => ({ ...examplePeriod, ...own })) }, { ...exampleOptions, ...options }, exampleCatalogue);
const material = (own: Partial<ExportableMaterial>, options: Partial<BillingOptions> = {}) => bill([own], [], options).lines[0];
const period = (own: Partial<ExportablePeriod>, options: Partial<BillingOptions> = {}) => bill([], [own], options).lines[0];

describe("a material line", () => {
  it("stands as it was entered", () => {
    expect(material({})).toEqual({
      type: "material", position: 1, code: "4711", text: "Koelkraan", unit: "st", quantity: "2", unitPrice: "12.5", discount: "0", vatRate: "21", net: "25.00", warehouseCode: null,
    });
  });

  it("takes from the material what it does not say itself", () => {
    expect(material({ name: " ", unit: null, price: null, vatRate: null })).toMatchObject({ text: "Koelkraan 1/2\"", unit: "stuk", unitPrice: "14", vatRate: null, net: "28.00" });
  });

  it("has a price of nothing where that was entered", () => {
    expect(material({ price: "0.0000" })).toMatchObject({ unitPrice: "0", net: "0.00" });
  });

  it("has no price where nobody knows one, and its code where it has no name", () => {
    expect(material({ code: "X1", name: "", price: null, unit: null })).toMatchObject({ text: "X1", unit: null, unitPrice: null, net: null });
  });

  it("comes from the default warehouse only when it has none", () => {
    expect(material({}, { defaultWarehouse: "BUS" })).toMatchObject({ warehouseCode: "BUS" });
    expect(material({ warehouseCode: "HAL" }, { defaultWarehouse: "BUS" })).toMatchObject({ warehouseCode: "HAL" });
  });

  it("may be a return", () => {
    expect(material({ quantity: "-1.5", price: "3.33" })).toMatchObject({ quantity: "-1.5", net: "-5.00" });
  });
});

describe("a work period", () => {
  it("is billed in hours at the price of its hour type", () => {
    expect(period({})).toEqual({
      type: "hours", position: 2, code: "MONT", text: "Monteur", unit: "uur", quantity: "0.33", unitPrice: "62.5", discount: "0", vatRate: null, net: "20.63", workedMinutes: 20, billedMinutes: 20,
    });
  });

  it("is rounded up by itself", () => {
    const { lines } = bill([], [{ position: 1, totalMinutes: 7 }, { position: 2, totalMinutes: 15 }, { position: 3, totalMinutes: 16 }], { roundingMinutes: 15 });
    expect(lines.map((line) => line.type === "hours" && [line.workedMinutes, line.billedMinutes, line.quantity])).toEqual([[7, 15, "0.25"], [15, 15, "0.25"], [16, 30, "0.5"]]);
  });

  it("says its remark, or else its hour type", () => {
    expect(period({ remark: "Storing\nverholpen" })).toMatchObject({ text: "Storing verholpen" });
    expect(period({ remark: " \n" })).toMatchObject({ text: "Monteur" });
    expect(period({ remark: "Storing" }, { hasPeriodRemark: false })).toMatchObject({ text: "Monteur" });
  });

  it("stays out when its hour type is not billable", () => {
    const { lines, leftOut } = bill([], [{ position: 4, hourTypeCode: "REIS", totalMinutes: 35 }, { position: 3 }, { position: 2, hourTypeCode: "REIS", remark: "Heen" }]);
    expect(lines.map((line) => line.position)).toEqual([3]);
    expect(leftOut).toEqual([{ position: 2, code: "REIS", text: "Heen", workedMinutes: 20 }, { position: 4, code: "REIS", text: "Reistijd", workedMinutes: 35 }]);
  });

  it("is billed without a price when its hour type is not known", () => {
    expect(bill([], [{ hourTypeCode: "NEW" }])).toMatchObject({ lines: [{ text: "NEW", unitPrice: null, net: null }], leftOut: [] });
  });
});

describe("a line whose VAT nobody knows", () => {
  it("has the rate of the settings, if they name one", () => {
    expect(bill([{ vatRate: null }, { vatRate: "7" }], [{}], { defaultVatRate: "19" }).lines.map(({ vatRate }) => vatRate)).toEqual(["19", "7", "19"]);
  });
});

describe("the sequence", () => {
  const sequence = (lineSequence: BillingOptions["lineSequence"]) =>
    bill([{ position: 5 }, { position: 1 }], [{ position: 4 }, { position: 2 }, { position: 3, hourTypeCode: "REIS" }], { lineSequence }).lines.map((line) => line.position);

  it.each([["materialsFirst", [1, 5, 2, 4]], ["hoursFirst", [2, 4, 1, 5]], ["asEntered", [1, 2, 4, 5]]] as const)("%s is %j", (lineSequence, positions) => {
    expect(sequence(lineSequence)).toEqual(positions);
  });
});

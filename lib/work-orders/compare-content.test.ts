import { describe, expect, it } from "vitest";
import { compareContent } from "@/lib/work-orders/compare-content";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { contentOfInput } from "@/lib/work-orders/work-order-content";

type Parts = Parameters<typeof enterWorkOrder>[0];
const compare = (before: Parts, after: Parts) => compareContent(contentOfInput(enterWorkOrder(before)), contentOfInput(enterWorkOrder(after)));
const [valve, pipe] = [enterMaterial({ code: "2208", name: "Ball valve", quantity: "2" }), enterMaterial({ code: "3110", name: "Pipe", quantity: "3.5" })];

describe("two contents of a work order", () => {
  it("are equal when the numbers are, however they were written", () => {
    const of = (quantity: string, price: string) => ({ lines: [{ ...valve, quantity, price, discount: "00.0" }] });
    expect(compare(of("2", "17.95"), of("02.000", "17.9500"))).toEqual([]);
  });

  it("are equal when one has an invoice customer without any value", () => {
    expect(compare({ invoiceCustomer: null }, { invoiceCustomer: { name: " ", city: "" } })).toEqual([]);
  });

  it("differ field by field, with what was and what is", () => {
    const changes = compare({ customer: { name: "Kok", city: "Ede" }, shortDescription: "Leak" }, { customer: { name: "Kok B.V.", city: "Ede" }, shortDescription: "", invoiceCustomer: { name: "VvE De Linde" } });
    expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ["customerName", "Kok", "Kok B.V."], ["shortDescription", "Leak", null], ["invoiceName", null, "VvE De Linde"],
    ]);
  });
});

describe("two lists of lines", () => {
  it("tell the field of a line that was changed, by its place and code", () => {
    expect(compare({ lines: [valve, pipe] }, { lines: [valve, { ...pipe, quantity: "4", price: "9.9" }] })).toEqual([
      { field: "quantity", position: 2, code: "3110", before: "3.5", after: "4" },
      { field: "price", position: 2, code: "3110", before: null, after: "9.9" },
    ]);
  });

  it("tell a line that was put in between, and not all those behind it", () => {
    const travel = enterPeriod({ hourTypeCode: "REIS", totalMinutes: 95, employeeName: "Piet Bakker" });
    expect(compare({ lines: [valve, pipe] }, { lines: [valve, travel, pipe] })).toEqual([{ field: "period", position: 2, code: "REIS", before: null, after: "1:35 Piet Bakker" }]);
    expect(compare({ lines: [valve, travel, pipe] }, { lines: [travel, pipe] })).toEqual([{ field: "material", position: 1, code: "2208", before: "2 × Ball valve", after: null }]);
  });

  it("tell that only the order is another", () => {
    expect(compare({ lines: [valve, pipe] }, { lines: [pipe, valve] })).toEqual([{ field: "lineOrder", position: null, code: null, before: null, after: null }]);
  });

  it("take two equal lines for two", () => {
    expect(compare({ lines: [valve, valve] }, { lines: [valve] })).toHaveLength(1);
    expect(compare({ lines: [valve, valve] }, { lines: [valve, valve] })).toEqual([]);
  });
});

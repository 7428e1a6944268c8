import { describe, expect, it } from "vitest";
import type { PricedLine } from "@/lib/connectors/sales-document";
import { totalLines } from "@/lib/export/document/totals";

const line = (net: string | null, vatRate: string | null, type: "material" | "hours" = "material", quantity = "1"): PricedLine => {
  const priced = { position: 1, code: "4711", text: "", unit: null, quantity, unitPrice: net, discount: "0", vatRate, net };
  return type === "material" ? { type, ...priced, warehouseCode: null } : { type, ...priced, workedMinutes: 60, billedMinutes: 60 };
};

describe("the totals", () => {
  it("of nothing are nothing", () => {
    expect(totalLines([])).toEqual({ materials: "0.00", hours: "0.00", net: "0.00", vat: [], gross: "0.00", billedHours: "0.00" });
  });

  it("tell materials from hours", () => {
    expect(totalLines([line("0.10", "21"), line("0.20", "21"), line("20.63", "21", "hours", "0.33"), line("20.63", "21", "hours", "0.33")])).toMatchObject({
      materials: "0.30", hours: "41.26", net: "41.56", gross: "50.29", billedHours: "0.66",
    });
  });

  it("round VAT once per rate and not line by line", () => {
    // 0.33 × 21 % = 0.0693, three times 0.07; together 0.99 × 21 % = 0.2079.
    expect(totalLines([line("0.33", "21"), line("0.33", "21"), line("0.32", "21")])).toMatchObject({ vat: [{ rate: "21", base: "0.98", amount: "0.21" }], gross: "1.19" });
    expect(totalLines([line("0.02", "21"), line("0.02", "21"), line("0.02", "21")])).toMatchObject({ vat: [{ rate: "21", base: "0.06", amount: "0.01" }] });
  });

  it("list rates ascending, the unknown one last and without VAT", () => {
    expect(totalLines([line("10.00", null), line("10.00", "21"), line("10.00", "9"), line("10.00", "0")])).toMatchObject({
      vat: [{ rate: "0", base: "10.00", amount: "0.00" }, { rate: "9", base: "10.00", amount: "0.90" }, { rate: "21", base: "10.00", amount: "2.10" }, { rate: null, base: "10.00", amount: "0.00" }],
      gross: "43.00",
    });
  });

  it("round VAT half away from zero, so that a credit takes back what was billed", () => {
    expect(totalLines([line("0.50", "9")]).vat).toEqual([{ rate: "9", base: "0.50", amount: "0.05" }]);
    expect(totalLines([line("-0.50", "9")])).toMatchObject({ vat: [{ rate: "9", base: "-0.50", amount: "-0.05" }], gross: "-0.55" });
  });

  it("leave lines without a price out, and their rates", () => {
    expect(totalLines([line(null, "9"), line("1.00", "21")])).toMatchObject({ net: "1.00", vat: [{ rate: "21" }] });
  });
});

import { describe, expect, it } from "vitest";
import { lineNet } from "@/lib/export/document/line-net";

describe("what a line comes to", () => {
  it.each([
    ["three at ten cents", "3", "0.1", "0", "0.30"],
    ["a quantity of a tenth and two tenths", "0.3", "0.1", "0", "0.03"],
    ["a third of an hour", "0.33", "62.50", "0", "20.63"],
    ["four decimals on both sides", "1.2345", "6.7891", "0", "8.38"],
    ["half a cent goes up", "1", "0.005", "0", "0.01"],
    ["a float would say 1.00", "1", "1.005", "0", "1.01"],
    ["a discount", "2", "49.95", "12.5", "87.41"],
    ["a discount with four decimals", "1", "1000", "33.3333", "666.67"],
    ["rounded after the discount and not before", "1", "0.005", "50", "0.00"],
    ["all of it given away", "7", "19.99", "100", "0.00"],
    ["a surcharge", "1", "100", "-5", "105.00"],
    ["nothing for free", "5", "0", "0", "0.00"],
    ["a return", "-2", "1.005", "0", "-2.01"],
    ["half a cent of a return goes away from zero as well", "-1", "0.005", "0", "-0.01"],
    ["a return too small to count is no minus zero", "-1", "0.001", "0", "0.00"],
    ["the largest", "9999999999", "99.9999", "0", "999998999900.00"],
  ])("%s", (_what, quantity, unitPrice, discount, net) => {
    expect(lineNet({ quantity, unitPrice, discount })).toBe(net);
  });

  it("is not known without a price", () => {
    expect(lineNet({ quantity: "1", unitPrice: null, discount: "0" })).toBeNull();
  });
});

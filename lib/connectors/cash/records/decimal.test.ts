import { describe, expect, it } from "vitest";
import { recordContents } from "@/lib/connectors/records";
import { readDecimal, type AmountNotation } from "./decimal";

const usual: AmountNotation = { decimalSeparator: ",", plainAmounts: "units" };
const price = recordContents.materials.shape.price;

describe("an amount", () => {
  it.each([
    ["17,95", "17.95"],
    ["0017,95", "17.95"],
    ["17", "17"],
    ["0", "0"],
    ["000", "0"],
    ["1.234,56", "1234.56"],
    ["1 234,56", "1234.56"],
    ["-12,50", "-12.50"],
    ["12,50-", "-12.50"],
    ["-0,00", "0.00"],
    ["0,12345600", "0,12345600"],
    ["17,950000", "17.9500"],
    ["12345678901,00", "12345678901.00"],
  ])("%s is %s", (written, meant) => {
    expect(readDecimal(written, usual, true)).toBe(meant === "0,12345600" ? "0.12345600" : meant);
  });

  it("that is not filled is nothing", () => {
    expect(readDecimal(null, usual, true)).toBeNull();
  });

  it.each(["gratis", "12,3,4", "-12,50-", "1e3", "€ 12,50", ",50"])("that is no number comes back as it is, and is refused: %s", (text) => {
    expect(readDecimal(text, usual, true)).toBe(text);
    expect(price.safeParse(readDecimal(text, usual, true)).success).toBe(false);
  });

  it.each(["0,123456", "12345678901,00"])("that the content cannot hold exactly is refused, never rounded: %s", (text) => {
    expect(price.safeParse(readDecimal(text, usual, true)).success).toBe(false);
  });

  it("without a separator means cents where the field map says so; a quantity never does", () => {
    const cents: AmountNotation = { ...usual, plainAmounts: "cents" };
    expect(["1795", "5", "100", "-1795", "17,95"].map((text) => readDecimal(text, cents, true))).toEqual(["17.95", "0.05", "1.00", "-17.95", "17.95"]);
    expect(readDecimal("12", cents, false)).toBe("12");
  });

  it("may have a point, where the field map says so", () => {
    expect(readDecimal("1,234.50", { ...usual, decimalSeparator: "." }, true)).toBe("1234.50");
  });
});

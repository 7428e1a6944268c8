import { describe, expect, it } from "vitest";
import { ExactDecimal, sumOf, writeDecimal, writeMoney } from "@/lib/money/exact-decimal";

describe("decimals", () => {
  it("add up as on paper", () => {
    expect(writeDecimal(sumOf(["0.1", "0.2"]))).toBe("0.3");
    expect(writeDecimal(sumOf(Array.from({ length: 1_000 }, () => "0.0001")))).toBe("0.1");
    expect(writeDecimal(sumOf([]))).toBe("0");
  });

  it.each([
    ["0.500", "0.5"], ["-0.500", "-0.5"], ["007", "7"], ["-0.0000", "0"], ["9999999999.9999", "9999999999.9999"], ["0.0000001", "0.0000001"],
  ])("are written plainly: %s → %s", (text, written) => {
    expect(writeDecimal(text)).toBe(written);
  });

  it("keep every digit of the largest product there can be", () => {
    expect(writeDecimal(new ExactDecimal("9999999999.9999").times("9999999999.9999"))).toBe("99999999999998000000.00000001");
  });
});

describe("money", () => {
  it.each([
    ["0.005", "0.01"], ["0.0049999999", "0.00"], ["1.005", "1.01"], ["2.675", "2.68"], ["12", "12.00"], ["99999999999999999999.995", "100000000000000000000.00"],
  ])("%s is rounded half up to %s", (value, money) => {
    expect(writeMoney(value)).toBe(money);
  });

  it.each([["-0.005", "-0.01"], ["-2.675", "-2.68"], ["-0.004", "0.00"], ["-12.5", "-12.50"]])("a credit of %s mirrors its charge: %s", (value, money) => {
    expect(writeMoney(value)).toBe(money);
  });
});

import { describe, expect, it } from "vitest";
import { decimalMark, formatDecimal, formatMoney } from "@/lib/i18n/format-decimal";

describe("a decimal", () => {
  it("is written as the language does, without passing through a float", () => {
    expect(formatMoney("1234567890.1000", "de-DE")).toBe("1.234.567.890,10");
    expect(formatMoney("9007199254740993.12", "en-GB")).toBe("9,007,199,254,740,993.12");
    expect(formatMoney("17.9512", "nl-NL")).toBe("17,9512");
    expect(formatDecimal("-3.5000", "en-GB")).toBe("-3.5");
    expect(formatDecimal("12.0000", "pt-PT")).toBe("12");
  });

  it("stays as it is when it is none", () => {
    expect(formatMoney("unknown", "en-GB")).toBe("unknown");
  });

  it("has the mark of its language", () => {
    expect([decimalMark("en-GB"), decimalMark("nl-NL"), decimalMark("de-DE"), decimalMark("pt-PT")]).toEqual([".", ",", ",", ","]);
  });
});

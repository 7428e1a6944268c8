import { describe, expect, it } from "vitest";
import { countryCodeOf } from "./country";

describe("a country", () => {
  it.each([
    ["BE", "BELGIE", "BE"],
    [null, "BELGIË", "BE"],
    [null, "Deutschland", "DE"],
    ["D", null, "DE"],
    ["L", "LUXEMBURG", "LU"],
    ["UK", null, "GB"],
    ["NLD", null, "NL"],
    [null, "GROOT-BRITTANNIE", "GB"],
    ["", "Österreich", "AT"],
    ["JP", null, "JP"],
    ["XYZ", "ATLANTIS", null],
    ["099", "FRANKRIJK", "FR"],
    [null, null, null],
  ])("with code %s and name %s is %s", (code, name, iso) => {
    expect(countryCodeOf(code, name)).toBe(iso);
  });
});

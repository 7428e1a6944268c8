import { describe, expect, it } from "vitest";
import { oneLine, textLines } from "@/lib/export/document/normalise-text";

describe("a text of one line", () => {
  it.each([
    ["  Boiler\tvervangen  ", "Boiler vervangen"],
    ["Ketel\r\nlek\rboven\nwas\u2028nat\u0085", "Ketel lek boven was nat"],
    ["bel\u0007 \u0000ons\u001B[31m", "bel ons[31m"],
    ["\uFEFFVoor\u200Bdeur", "Voordeur"],
    ["Cafe\u0301", "Café"],
    ["half \uD83D teken", "half \uFFFD teken"],
    ["Klaar 👍🏽 | 100 %", "Klaar 👍🏽 | 100 %"],
    ["100\u00A0m²", "100 m²"],
    ["\n\t", ""],
  ])("%j reads %j", (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  it("is the same when it is read again", () => {
    const once = oneLine(" a\u0301 \r\n b\u0000 ");
    expect(oneLine(once)).toBe(once);
  });
});

describe("a text of several lines", () => {
  it("has one entry a line, without the empty ones, whatever ended them", () => {
    expect(textLines("Ketel nagezien\r\n\r\n  - filter schoon\r- druk 1,8 bar\n\n\u2028Klant tekent")).toEqual(["Ketel nagezien", "- filter schoon", "- druk 1,8 bar", "Klant tekent"]);
  });

  it("is nothing when there is nothing to read", () => {
    expect(textLines("\n \t\r\n")).toEqual([]);
  });
});

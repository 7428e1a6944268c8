import { describe, expect, it } from "vitest";
import { titleCase } from "./title-case";

describe("a place in capitals", () => {
  it.each([
    ["AMSTERDAM", "Amsterdam"],
    ["'S-GRAVENHAGE", "'s-Gravenhage"],
    ["'S-HERTOGENBOSCH", "'s-Hertogenbosch"],
    ["'T HARDE", "'t Harde"],
    ["’T GOY", "’t Goy"],
    ["BERGEN OP ZOOM", "Bergen op Zoom"],
    ["ALPHEN AAN DEN RIJN", "Alphen aan den Rijn"],
    ["DEN HAAG", "Den Haag"],
    ["CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"],
    ["IJMUIDEN", "IJmuiden"],
    ["SÚDWEST-FRYSLÂN", "Súdwest-Fryslân"],
    ["BERG EN TERBLIJT (L.)", "Berg en Terblijt (L.)"],
    ["GROOT-BRITTANNIE", "Groot-Brittannie"],
    ["DÜSSELDORF", "Düsseldorf"],
    ["FRANKFURT AM MAIN", "Frankfurt am Main"],
    ["AIX-EN-PROVENCE", "Aix-en-Provence"],
    ["ROTTERDAM 2", "Rotterdam 2"],
  ])("%s is written %s", (capitals, written) => {
    expect(titleCase(capitals)).toBe(written);
    expect(titleCase(capitals)).toBe(written);
  });

  it.each(["Bergen Op Zoom", "iets anders", "1234", "", "A"])("that is not all capitals stays: %s", (text) => {
    expect(titleCase(text)).toBe(text);
  });

  it("is written right after very many others", () => {
    for (let index = 0; index < 6000; index += 1) titleCase(`PLAATS ${index}`);
    expect(titleCase("DEN HAAG")).toBe("Den Haag");
  });
});

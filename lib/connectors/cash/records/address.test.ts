import { describe, expect, it } from "vitest";
import { readFieldMap } from "../field-map";
import { readAddress } from "./address";

const fields = readFieldMap({});
const read = (record: Record<string, string>) => readAddress(new Map(Object.entries(record)), fields);

describe("an address", () => {
  it("is read the usual way: street and number in one, postal code and place in one", () => {
    expect(read({ F0105: "Kerkstraat 12 a", F0107: "2511 AB 'S-GRAVENHAGE", F0438: "2511 AB" })).toEqual({
      street: "Kerkstraat 12 a",
      postalCode: "2511 AB",
      city: "'s-Gravenhage",
      countryCode: null,
      country: null,
    });
  });

  it("is read from its separate fields where those are filled", () => {
    expect(read({ F1833: "Kerkstraat", F1834: "12 a", F0438: "2511ab", F1837: "DEN HAAG" })).toMatchObject({ street: "Kerkstraat 12 a", postalCode: "2511 AB", city: "Den Haag" });
    expect(read({ F1833: "Kerkstraat" }).street).toBe("Kerkstraat");
    expect(read({ F1834: "12 a" }).street).toBeNull();
  });

  it("prefers the combined street, the own postal code and the own place", () => {
    expect(read({ F0105: "A 1", F1833: "B", F1834: "2", F0107: "1111 AA GOUDA", F0438: "2222 BB", F1837: "DELFT" })).toMatchObject({ street: "A 1", postalCode: "2222 BB", city: "Delft" });
  });

  it.each([
    ["1234 AB BERGEN OP ZOOM", "1234 AB", "Bergen op Zoom"],
    ["1234AB BREDA", "1234 AB", "Breda"],
    ["2000 ANTWERPEN", "2000", "Antwerpen"],
    ["40212 DÜSSELDORF", "40212", "Düsseldorf"],
    ["D-40212 DÜSSELDORF", "D-40212", "Düsseldorf"],
    ["L-1611 LUXEMBOURG", "L-1611", "Luxembourg"],
    ["M3 1AZ MANCHESTER", "M3 1AZ", "Manchester"],
    ["SW1A 1AA LONDON", "SW1A 1AA", "London"],
    ["1000-205 LISBOA", "1000-205", "Lisboa"],
    ["00-950 WARSZAWA", "00-950", "Warszawa"],
    ["111 22 STOCKHOLM", "111 22", "Stockholm"],
    ["1234 AB", "1234 AB", null],
    ["AMSTERDAM", null, "Amsterdam"],
    ["'S-GRAVENHAGE", null, "'s-Gravenhage"],
    ["EDE GLD", null, "Ede Gld"],
    ["", null, null],
  ])("has postal code and place in one: %s", (combined, postalCode, city) => {
    expect(read({ F0107: combined })).toMatchObject({ postalCode, city });
  });

  it("abroad is not searched for a Dutch postal code", () => {
    expect(read({ F0107: "9000 ST MARTENS", F0130: "BE" })).toMatchObject({ postalCode: "9000", city: "St Martens", countryCode: "BE" });
  });

  it("keeps the place when its own postal code is written differently", () => {
    expect(read({ F0107: "1234AB BREDA", F0438: "1234 AB" })).toMatchObject({ postalCode: "1234 AB", city: "Breda" });
    expect(read({ F0107: "BREDA", F0438: "1234 AB" })).toMatchObject({ postalCode: "1234 AB", city: "Breda" });
    expect(read({ F0107: "1234 AB", F0438: "1234 AB" }).city).toBeNull();
  });

  it("names the country", () => {
    expect(read({ F0125: "BELGIE", F0130: "BE" })).toMatchObject({ countryCode: "BE", country: "Belgie" });
  });
});

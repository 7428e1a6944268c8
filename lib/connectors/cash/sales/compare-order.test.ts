import { describe, expect, it } from "vitest";
import type { FoundDocument, PreparedContent } from "@/lib/connectors/exporter";
import { readFieldMap } from "../field-map";
import { compareOrder } from "./compare-order";

const fieldMap = readFieldMap({});
const sent: PreparedContent = {
  head: { F2401: "261121", F2406: "2026.1234", F2220: "000100", F2419: "002", F2405: "Koeling lekt" },
  lines: [{ F2260: "KRAAN", F2001: "Koelkraan", F2410: "2,00", F2267: "12,50", F2002: "0,00", F2209: "HOOFD" }, { F2001: "Kraan vervangen, café" }],
};

function compare(head: Record<string, string>, lines: Record<string, string>[]) {
  const found: FoundDocument = { id: "260001", number: "260001", url: null, date: null, customer: "100", content: { head, lines }, standing: null };
  return compareOrder({ content: sent }, found, fieldMap);
}

const head = { F2400: "260001", F2220: "100", F2227: "000100", F2419: "2", F2401: "22-11-2026", F2406: "2026.1234" };
const kraan = { F2260: "kraan", F2001: "KOELKRAAN 1/2", F2410: "0002,0000", F2267: "12,5", F2209: "hoofd" };
const text = { F2001: "KRAAN VERVANGEN" };

describe("an order that was found", () => {
  it("is ours however Cash writes it back: numbers, capitals, cut texts, a date of its own, an invoice customer of its own", () => {
    expect(compare(head, [kraan, text])).toEqual([]);
  });

  it.each([
    ["another customer", { ...head, F2220: "000101" }, [kraan, text], [{ field: "customer", expected: "000100", found: "000101" }]],
    ["no delivery address", { F2220: "100" }, [kraan, text], [{ field: "deliveryAddress", expected: "002", found: "" }]],
    ["no lines", head, [], [{ field: "lines", expected: "2", found: "0" }]],
    ["a line less", head, [kraan], [{ field: "lines", expected: "2", found: "1" }]],
    ["another article", head, [{ ...kraan, F2260: "BUIS" }, text], [{ field: "article", line: 1, expected: "KRAAN", found: "BUIS" }]],
    ["another quantity", head, [{ ...kraan, F2410: "20,00" }, text], [{ field: "quantity", line: 1, expected: "2,00", found: "20,00" }]],
    ["another price", head, [{ ...kraan, F2267: "1250" }, text], [{ field: "price", line: 1, expected: "12,50", found: "1250" }]],
    ["a discount of Cash's own", head, [{ ...kraan, F2002: "5,00" }, text], [{ field: "discount", line: 1, expected: "0,00", found: "5,00" }]],
    ["another warehouse", head, [{ ...kraan, F2209: "BUS1" }, text], [{ field: "warehouse", line: 1, expected: "HOOFD", found: "BUS1" }]],
    ["another text", head, [kraan, { F2001: "Iets anders" }], [{ field: "text", line: 2, expected: "Kraan vervangen, café", found: "Iets anders" }]],
    ["an article for a text", head, [kraan, { F2260: "BUIS", F2001: "Kraan vervangen" }], [{ field: "text", line: 2, expected: "Kraan vervangen, café", found: "BUIS" }]],
  ])("with %s is told apart", (_, foundHead, foundLines, differences) => {
    expect(compare(foundHead, foundLines)).toEqual(differences);
  });
});

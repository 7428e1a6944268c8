import { describe, expect, it } from "vitest";
import type { FoundDocument, PreparedContent } from "@/lib/connectors/exporter";
import { compareInvoice } from "./compare-invoice";

const sent: PreparedContent = {
  head: { customer_id: "11", external_id: "2026.1234", title: "2026.1234" },
  lines: [{ type: "POSITION", number: "4711", quantity: "2", single_price_net: "1250.5", vat_percent: "19", position_id: "21" }, { type: "TEXT", description: "Hahn  ersetzt, Café" }],
};
const head = { customer_id: "11", external_id: "2026.1234", title: "Kühlung", amount: "2975" };
const tap = { type: "POSITION", number: " 4711", quantity: "2.0", single_price_net: "1250.50", vat_percent: "19", description: "Kühlhahn DN 15", position_id: "99" };
const text = { type: "TEXT", description: "Hahn ersetzt,\nCafe\u0301" };

function compare(foundHead: Record<string, string>, lines: Record<string, string>[]) {
  const found: FoundDocument = { id: "1", number: "RE-1", url: null, date: null, customer: "11", content: { head: foundHead, lines }, standing: null };
  return compareInvoice({ content: sent }, found);
}

describe("an invoice that was found", () => {
  it("is ours, however people have improved its texts", () => {
    expect(compare(head, [tap, text])).toEqual([]);
  });

  it.each([
    ["another customer", { ...head, customer_id: "12" }, [tap, text], [{ field: "customer", expected: "11", found: "12" }]],
    ["no lines", head, [], [{ field: "lines", expected: "2", found: "0" }]],
    ["another article", head, [{ ...tap, number: "4712" }, text], [{ field: "article", line: 1, expected: "4711", found: "4712" }]],
    ["another quantity", head, [{ ...tap, quantity: "20" }, text], [{ field: "quantity", line: 1, expected: "2", found: "20" }]],
    ["another price", head, [{ ...tap, single_price_net: "12.505" }, text], [{ field: "price", line: 1, expected: "1250.5", found: "12.505" }]],
    ["a discount nobody gave", head, [{ ...tap, discount: "5" }, text], [{ field: "discount", line: 1, expected: "0", found: "5" }]],
    ["another rate of VAT", head, [{ ...tap, vat_percent: "7" }, text], [{ field: "vatRate", line: 1, expected: "19", found: "7" }]],
    ["another text", head, [tap, { ...text, description: "Etwas anderes" }], [{ field: "text", line: 2, expected: "Hahn  ersetzt, Café", found: "Etwas anderes" }]],
    ["a text for an article", head, [text, text], [{ field: "article", line: 1, expected: "4711", found: "Hahn ersetzt,\nCafe\u0301" }]],
    ["an article for a text", head, [tap, tap], [{ field: "text", line: 2, expected: "Hahn  ersetzt, Café", found: " 4711" }]],
  ])("with %s is told apart", (_, foundHead, foundLines, differences) => {
    expect(compare(foundHead, foundLines)).toEqual(differences);
  });
});

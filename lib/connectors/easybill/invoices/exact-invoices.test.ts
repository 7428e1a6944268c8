import { describe, expect, it } from "vitest";
import { buildDocument } from "@/lib/export/document/build-document";
import { exampleTarget } from "@/lib/export/document/testing/example-work-order";
import { randomWorkOrder } from "@/lib/export/document/testing/random-work-order";
import { prepareInvoice } from "./prepare-invoice";
import { readExportOptions } from "./read-options";
import { noKeys } from "./testing/example-invoice";
import { writeBody } from "./write-body";

/** What EasyBill calculates, once more in whole numbers, from nothing but what is sent: lines rounded to cents, VAT of the sum of each rate. */
const scaled = (text: string, places: number): bigint => {
  const [, sign, whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  expect(fraction.length).toBeLessThanOrEqual(places);
  return BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction.padEnd(places, "0")}`);
};
const divide = (value: bigint, by: bigint): bigint => (value < 0n ? -divide(-value, by) : (value * 2n + by) / (by * 2n));

type Line = Readonly<Record<string, string>>;

const priced = (lines: readonly Line[]) => lines.filter((line) => line["single_price_net"] !== undefined);
const centsOf = (line: Line) => divide(scaled(line["quantity"] ?? "", 4) * scaled(line["single_price_net"] ?? "", 8) * (1_000_000n - scaled(line["discount"] ?? "0", 4)), 10n ** 18n);

function totalsOf(lines: readonly Line[]) {
  const net = priced(lines).reduce((sum, line) => sum + centsOf(line), 0n);
  const rates = new Set(priced(lines).map((line) => line["vat_percent"] ?? ""));
  const vat = [...rates].map((rate) => {
    const base = priced(lines).filter((line) => line["vat_percent"] === rate).reduce((sum, line) => sum + centsOf(line), 0n);
    return divide(base * scaled(rate, 2), 10_000n);
  });
  return { net: String(net), gross: String(vat.reduce((sum, amount) => sum + amount, net)) };
}
const inCents = (euros: string) => String(scaled(euros, 2));

const settings = (seed: number) => ({ vatOption: seed % 5 === 0 ? "revc" : "standard", defaultVatRate: seed % 2 === 0 ? "19" : "7", hourRounding: (["0", "5", "15", "30"] as const)[seed % 4] ?? "0" });

describe("three thousand invoices with awkward figures", () => {
  const examples = Array.from({ length: 3_000 }, (_, seed) => {
    const { workOrder, catalogue } = randomWorkOrder(seed);
    const options = readExportOptions({ exports: settings(seed) });
    const { document } = buildDocument(workOrder, options, catalogue, { ...exampleTarget, vendorName: "EasyBill" });
    return { seed, document, prepared: prepareInvoice(document, noKeys, settings(seed)) };
  });
  const sendable = examples.filter(({ prepared }) => prepared.problems.length === 0);

  it("come to the cent to what the work order says, or say otherwise what they come to", () => {
    for (const { seed, document, prepared } of sendable) {
      const { net, gross } = prepared.totals ?? document.totals;
      expect([seed, { net: inCents(net), gross: inCents(gross) }]).toEqual([seed, totalsOf(prepared.content.lines)]);
    }
  });

  it("say otherwise only where there is no VAT", () => {
    for (const { seed, document, prepared } of sendable) {
      if (seed % 5 !== 0) expect([seed, prepared.totals]).toEqual([seed, undefined]);
      else expect([seed, (prepared.totals ?? document.totals).gross]).toEqual([seed, document.totals.net]);
    }
  });

  it("carry every amount through JSON as it was written", () => {
    const amounts = ["quantity", "single_price_net", "vat_percent", "discount"];
    for (const { seed, prepared } of sendable) {
      const { items } = JSON.parse(JSON.stringify(writeBody(prepared.content))) as { items: Record<string, unknown>[] };
      const sent = items.map((item) => amounts.map((name) => (item[name] === undefined ? undefined : JSON.stringify(item[name]))));
      expect([seed, sent]).toEqual([seed, prepared.content.lines.map((line) => amounts.map((name) => line[name]))]);
    }
  });

  it("never send what EasyBill cannot hold", () => {
    for (const { seed, prepared } of examples) {
      const tooLong = prepared.content.lines.filter((line) => (line["quantity"] ?? "").length > 10).length;
      expect([seed, prepared.problems.filter(({ params }) => params["field"] === "quantity").length]).toEqual([seed, tooLong]);
    }
    // A great price with a crooked surcharge has more digits than a number of JSON keeps.
    expect(examples.flatMap(({ prepared }) => prepared.problems).filter(({ params }) => params["field"] === "price").length).toBeLessThan(10);
  });

  it("are awkward indeed", () => {
    const lines = sendable.flatMap(({ prepared }) => prepared.content.lines);
    expect(sendable.length).toBeGreaterThan(2_500);
    expect(sendable.length).toBeLessThan(3_000);
    expect(lines.filter((line) => line["discount"] !== undefined).length).toBeGreaterThan(1_000);
    expect(lines.filter((line) => (line["single_price_net"] ?? "").includes(".")).length).toBeGreaterThan(1_000);
  });
});

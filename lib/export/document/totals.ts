import type { PricedLine, SalesDocument } from "@/lib/connectors/sales-document";
import { ExactDecimal, sumOf, writeMoney } from "@/lib/money/exact-decimal";

export type Totals = SalesDocument["totals"];

/**
 * What the lines come to, in euros. VAT is taken of the sum of each rate and rounded there, once, not line by line; what has no known rate
 * stands under null without VAT. Lines without a price are not in the sums.
 */
export function totalLines(lines: readonly PricedLine[]): Totals {
  const netOf = (some: readonly PricedLine[]) => sumOf(some.map((line) => line.net ?? "0"));
  const vat = ratesOf(lines).map((rate) => {
    const base = netOf(lines.filter((line) => line.vatRate === rate));
    return { rate, base: writeMoney(base), amount: writeMoney(rate === null ? "0" : base.times(rate).dividedBy(100)) };
  });
  const hours = lines.filter((line) => line.type === "hours");
  const net = netOf(lines);
  return {
    materials: writeMoney(netOf(lines.filter((line) => line.type === "material"))),
    hours: writeMoney(netOf(hours)),
    net: writeMoney(net),
    vat,
    gross: writeMoney(net.plus(sumOf(vat.map(({ amount }) => amount)))),
    billedHours: sumOf(hours.map((line) => line.quantity)).toFixed(2),
  };
}

/** The rates of lines that have a price, ascending, the unknown one last. */
function ratesOf(lines: readonly PricedLine[]): (string | null)[] {
  const rates = new Set(lines.filter((line) => line.net !== null).map((line) => line.vatRate));
  const known = [...rates].filter((rate) => rate !== null).toSorted((one, other) => new ExactDecimal(one).comparedTo(other));
  return rates.has(null) ? [...known, null] : known;
}

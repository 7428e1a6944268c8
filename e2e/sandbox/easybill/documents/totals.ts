import { Decimal } from "decimal.js";
import type { DocumentFields, DocumentItem } from "../data/records/document";

type PricedItem = Omit<DocumentItem, "total_price_net" | "total_price_gross" | "total_vat">;

export interface Totals {
  readonly items: DocumentItem[];
  /** Whole cents, with VAT. */
  readonly amount: number;
  /** Whole cents, without VAT. */
  readonly amount_net: number;
}

const round = (value: Decimal) => value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);

/** Quantity by price less discount, in whole cents. A fixed discount is the price of the line. */
function lineTotal(price: Decimal, { quantity, discount, discount_type }: PricedItem): Decimal {
  const whole = price.times(quantity);
  if (discount === null || discount_type === null) return round(whole);
  switch (discount_type) {
    case "PERCENT":
      return round(whole.times(100 - discount).dividedBy(100));
    case "AMOUNT":
      return round(whole.minus(discount));
    case "QUANTITY":
      return round(price.times(new Decimal(quantity).minus(discount)));
    case "FIX":
      return round(new Decimal(discount));
  }
}

/** The sums per VAT rate after the document's own discount; of an amount each rate bears its part, the last one the rest. */
function discounted(sums: ReadonlyMap<number, Decimal>, { discount, discount_type }: Pick<DocumentFields, "discount" | "discount_type">): Map<number, Decimal> {
  if (discount === null || discount_type === null) return new Map(sums);
  const whole = Decimal.sum(0, ...sums.values());
  const off = discount_type === "PERCENT" ? round(whole.times(discount).dividedBy(100)) : new Decimal(discount);
  let left = off;
  const rates = [...sums.keys()];
  return new Map(
    rates.map((rate, place) => {
      const sum = sums.get(rate) ?? new Decimal(0);
      const part = place === rates.length - 1 || whole.isZero() ? left : round(off.times(sum).dividedBy(whole));
      left = left.minus(part);
      return [rate, sum.minus(part)];
    }),
  );
}

/**
 * Adds up a document: lines are rounded to whole cents, VAT is calculated once per rate on the sum of its lines. Where VAT does
 * not apply (`vat_option` other than NULL) every rate counts as 0.
 */
export function addUp(items: readonly PricedItem[], document: Pick<DocumentFields, "calc_vat_from" | "vat_option" | "discount" | "discount_type">): Totals {
  const isGross = document.calc_vat_from === 1;
  const isTaxed = document.vat_option === null || document.vat_option === "NULL";
  const sums = new Map<number, Decimal>();
  const added = items.map((item): DocumentItem => {
    if (item.type !== "POSITION") return { ...item, total_price_net: 0, total_price_gross: 0, total_vat: 0 };
    const rate = isTaxed ? item.vat_percent : 0;
    const total = lineTotal(new Decimal(isGross ? item.single_price_gross : (item.single_price_net ?? 0)), item);
    sums.set(rate, (sums.get(rate) ?? new Decimal(0)).plus(total));
    const vat = round(total.times(rate).dividedBy(isGross ? 100 + rate : 100));
    const net = isGross ? total.minus(vat) : total;
    return { ...item, total_price_net: net.toNumber(), total_price_gross: net.plus(vat).toNumber(), total_vat: vat.toNumber() };
  });
  let [net, gross] = [new Decimal(0), new Decimal(0)];
  for (const [rate, sum] of discounted(sums, document)) {
    const vat = round(sum.times(rate).dividedBy(isGross ? 100 + rate : 100));
    net = net.plus(isGross ? sum.minus(vat) : sum);
    gross = gross.plus(isGross ? sum : sum.plus(vat));
  }
  return { items: added, amount: gross.toNumber(), amount_net: net.toNumber() };
}

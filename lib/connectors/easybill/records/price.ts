import { ExactDecimal, writeDecimal } from "@/lib/money/exact-decimal";
import type { Position } from "./schemas";

/** What EasyBill takes where a position does not say its rate. */
const usualVatPercent = 19;
/** Digits after the point that a price here holds. */
const places = 4;

/**
 * A number of JSON as the decimal that was written there: as long as it has at most 15 significant digits, its shortest notation is
 * exactly that.
 */
function decimalOf(value: number): ExactDecimal {
  return new ExactDecimal(String(value));
}

/** Per cent, as decimal text. */
export function readVatRate({ vat_percent }: Pick<Position, "vat_percent">): string {
  return writeDecimal(decimalOf(vat_percent ?? usualVatPercent));
}

/** The sales price in euros without VAT, four decimals at most, rounded half up; null where there is none. */
export function readNetPrice({ sale_price, price_type, vat_percent }: Pick<Position, "sale_price" | "price_type" | "vat_percent">): string | null {
  if (sale_price == null) return null;
  const euros = decimalOf(sale_price).dividedBy(100);
  const rate = decimalOf(vat_percent ?? usualVatPercent);
  const net = price_type === "BRUTTO" ? euros.times(100).dividedBy(rate.plus(100)) : euros;
  return writeDecimal(net.toDecimalPlaces(places));
}

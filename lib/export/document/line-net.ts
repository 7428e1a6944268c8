import { ExactDecimal, writeMoney } from "@/lib/money/exact-decimal";

/** Decimal text; the discount in per cent. */
type Amounts = { quantity: string; unitPrice: string | null; discount: string };

/**
 * What a line comes to without VAT, in euros with two decimals: quantity × price less discount. It is rounded once, at the end, half away
 * from zero. Null without a price.
 */
export function lineNet({ quantity, unitPrice, discount }: Amounts): string | null {
  if (unitPrice === null) return null;
  const remaining = new ExactDecimal(100).minus(discount).dividedBy(100);
  return writeMoney(new ExactDecimal(quantity).times(unitPrice).times(remaining));
}

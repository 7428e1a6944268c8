import type { PricedLine } from "@/lib/connectors/sales-document";
import { ExactDecimal, writeDecimal } from "@/lib/money/exact-decimal";
import { isExactNumber } from "./exact-number";
import type { Remarks } from "./remarks";

/** Characters of a quantity, by the vendor's description. */
const quantityLength = 10;

/** Quantity, price in cents (with fractions), discount in per cent, as decimal text under EasyBill's names; without a price EasyBill takes its own. */
export type LineAmounts = { quantity: string; single_price_net?: string; discount?: string; discount_type?: "PERCENT" };

/** What EasyBill cannot hold exactly is a problem: nothing is rounded here. A negative discount is a higher price, which comes to the same. */
export function writeLineAmounts({ quantity, unitPrice, discount, position }: Pick<PricedLine, "quantity" | "unitPrice" | "discount" | "position">, remarks: Remarks): LineAmounts {
  const percent = new ExactDecimal(discount);
  const surcharge = percent.isNegative() ? new ExactDecimal(100).minus(percent).dividedBy(100) : new ExactDecimal(1);
  const cents = unitPrice === null ? null : writeDecimal(new ExactDecimal(unitPrice).times(100).times(surcharge));
  const written = writeDecimal(quantity);
  if (written.length > quantityLength) remarks.object("valueOutOfRange", { field: "quantity", value: written }, position);
  if (cents !== null && !isExactNumber(cents)) remarks.object("valueOutOfRange", { field: "price", value: writeDecimal(unitPrice ?? "0") }, position);
  return {
    quantity: written,
    ...(cents === null ? {} : { single_price_net: cents }),
    ...(percent.greaterThan(0) ? { discount: writeDecimal(percent), discount_type: "PERCENT" as const } : {}),
  };
}

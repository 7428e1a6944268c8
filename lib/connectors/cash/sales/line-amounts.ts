import type { PricedLine } from "@/lib/connectors/sales-document";
import { lineNet } from "@/lib/export/document/line-net";
import { ExactDecimal, writeDecimal as plainDecimal } from "@/lib/money/exact-decimal";
import type { FieldMap } from "../field-map";
import { writeDecimal } from "./notation";
import type { Remarks } from "./remarks";

type AmountField = "quantity" | "price" | "discount";

/**
 * Quantity, price and discount in Cash's notation, under their field numbers. What has more decimals than Cash takes is rounded only
 * where the line comes to the same amount; otherwise it is a problem. A discount of nothing is sent along with a price, so
 * that Cash does not add one of its own.
 */
export function writeLineAmounts(line: PricedLine, fieldMap: FieldMap, remarks: Remarks): Record<string, string> {
  const given: { field: AmountField; number: string; value: string; decimals: number }[] = [
    { field: "quantity", number: fieldMap.orderLineQuantity, value: line.quantity, decimals: fieldMap.quantityDecimals },
  ];
  if (line.unitPrice !== null) given.push({ field: "price", number: fieldMap.orderLinePrice, value: line.unitPrice, decimals: fieldMap.priceDecimals });
  if (line.unitPrice !== null || !new ExactDecimal(line.discount).isZero()) {
    given.push({ field: "discount", number: fieldMap.orderLineDiscount, value: line.discount, decimals: fieldMap.discountDecimals });
  }
  const amounts = given.map((amount) => ({ ...amount, rounded: new ExactDecimal(amount.value).toDecimalPlaces(amount.decimals) }));
  const changed = amounts.filter(({ value, rounded }) => !rounded.equals(value));
  const roundedText = (field: AmountField) => amounts.find((amount) => amount.field === field)?.rounded.toFixed();
  const isSame = line.net !== null && lineNet({ quantity: roundedText("quantity") ?? "0", unitPrice: roundedText("price") ?? null, discount: roundedText("discount") ?? "0" }) === line.net;
  for (const { field, value, rounded } of changed) {
    if (isSame) remarks.warn("rounded", { field, value: plainDecimal(value), rounded: plainDecimal(rounded) }, line.position);
    else remarks.object("valueOutOfRange", { field, value: plainDecimal(value) }, line.position);
  }
  return Object.fromEntries(
    amounts.map(({ field, number, value, rounded }) => {
      const written = writeDecimal(rounded, fieldMap);
      if (written === null) remarks.object("valueOutOfRange", { field, value: plainDecimal(value) }, line.position);
      return [number, written ?? ""];
    }),
  );
}

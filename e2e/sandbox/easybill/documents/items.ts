import { Decimal } from "decimal.js";
import type { ApiCall } from "../api/call";
import { ApiProblem } from "../api/problem";
import type { DocumentItem, ItemFields } from "../data/records/document";
import type { Position } from "../data/records/position";

/** Rounded to ten thousandths of a cent, so that a price is a plain number in JSON. */
const toPrice = (value: Decimal) => value.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toNumber();

function findPosition({ company }: Pick<ApiCall, "company">, id: number | null): Position | undefined {
  if (id === null) return undefined;
  const position = company.tables.positions.get(id);
  if (position === undefined) throw new ApiProblem(400, `items: position ${id} does not exist`);
  return position;
}

function netPriceOf({ price_type, sale_price, vat_percent }: Position): number {
  return price_type === "NETTO" ? sale_price : toPrice(new Decimal(sale_price).times(100).dividedBy(100 + vat_percent));
}

/**
 * Completes the lines of a document: with a `position_id` what is not said is copied from that position; without one the
 * VAT rate is 0 unless it is said.
 */
export function completeItems(call: Pick<ApiCall, "company">, items: readonly ItemFields[], firstId: number): Omit<DocumentItem, "total_price_net" | "total_price_gross" | "total_vat">[] {
  return items.map((item, index) => {
    const position = findPosition(call, item.position_id);
    const vat = item.vat_percent ?? position?.vat_percent ?? 0;
    const givenGross = item.single_price_gross;
    const net = item.single_price_net ?? (givenGross === undefined ? undefined : toPrice(new Decimal(givenGross).times(100).dividedBy(100 + vat))) ?? (position && netPriceOf(position)) ?? null;
    return {
      ...item,
      id: firstId + index,
      position: item.position ?? index + 1,
      number: item.number ?? position?.number ?? null,
      description: item.description ?? position?.description ?? null,
      unit: item.unit ?? position?.unit ?? null,
      single_price_net: net,
      single_price_gross: givenGross ?? toPrice(new Decimal(net ?? 0).times(100 + vat).dividedBy(100)),
      vat_percent: vat,
    };
  });
}

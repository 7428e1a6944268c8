import { assertNever } from "@/lib/assert";
import type { MatchedKeys } from "@/lib/connectors/exporter";
import type { PricedLine, SalesLine } from "@/lib/connectors/sales-document";
import { writeDecimal } from "@/lib/money/exact-decimal";
import type { EasybillExports } from "../exports-schema";
import { writeLineAmounts } from "./line-amounts";
import { readPositionPrice } from "./match-details";
import type { Remarks } from "./remarks";

export type InvoiceWork = { options: EasybillExports; matched: MatchedKeys; isTaxed: boolean; remarks: Remarks };
type Fields = Readonly<Record<string, string>>;

/** A line as EasyBill takes it, with what it stands for: the amounts are those of the invoice. */
export type WrittenLine = { fields: Fields; line: SalesLine };

/** An item of the type POSITION for what has a price, TEXT for the rest. The VAT rate is always said: EasyBill's own would be 0. */
export function writeInvoiceLine(line: SalesLine, work: InvoiceWork): WrittenLine {
  switch (line.type) {
    case "text":
      return { fields: { type: "TEXT", description: line.text }, line };
    case "material":
    case "hours":
      return writePosition(line, work);
    default:
      return assertNever(line);
  }
}

function writePosition(given: PricedLine, { options, matched, isTaxed, remarks }: InvoiceWork): WrittenLine {
  const { code, position } = given;
  const id = positionIdOf(matched, code);
  if (matched.blocked?.articles.includes(code) === true) remarks.object("articleBlocked", { code }, position);
  const vatRate = isTaxed ? writeDecimal(given.vatRate ?? options.defaultVatRate) : "0";
  const line = { ...given, vatRate, unitPrice: given.unitPrice ?? (id === null ? null : readPositionPrice(matched, id)) };
  const fields = filled({
    type: "POSITION",
    number: code,
    description: given.text,
    unit: given.unit,
    ...writeLineAmounts(line, remarks),
    vat_percent: vatRate,
    position_id: id,
    itemType: given.type === "hours" ? "SERVICE" : "PRODUCT",
  });
  return { fields, line };
}

/** Null before it is created, and where the vendor could not be asked. A key such as "constructor" is an article like any other. */
function positionIdOf({ articles }: MatchedKeys, code: string): string | null {
  const id = Object.hasOwn(articles, code) ? articles[code] : undefined;
  return id !== undefined && /^[1-9]\d*$/.test(id) ? id : null;
}

/** Only filled fields are sent. */
export function filled(fields: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === null || value === "" ? [] : [[name, value]])));
}

import type { Difference, FoundDocument, Prepared } from "@/lib/connectors/exporter";
import { ExactDecimal } from "@/lib/money/exact-decimal";
import type { FieldMap } from "../field-map";
import { readDecimal } from "../records/decimal";
import { comparableCode, comparableNumber } from "./read-records";
import { isSameText } from "./same-text";

type Fields = Readonly<Record<string, string>>;
type Compare = (expected: string, found: string) => boolean;

/**
 * In which fields an order in Cash differs from what was sent: whose it is, and its lines. Only what was sent is compared, and never as it
 * stands: Cash fills up numbers, writes capitals, cuts texts. Date and description do not say whose order it is.
 */
export function compareOrder({ content }: Pick<Prepared, "content">, found: FoundDocument, fieldMap: FieldMap): Difference[] {
  const isSameNumber: Compare = (expected, actual) => comparableNumber(expected) === comparableNumber(actual);
  const isSameCode: Compare = (expected, actual) => comparableCode(expected) === comparableCode(actual);
  const isSameAmount: Compare = (expected, actual) => sameDecimal(expected, actual, fieldMap);
  const headFields: readonly [string, string, Compare][] = [
    ["customer", fieldMap.orderCustomer, isSameNumber],
    ["invoiceCustomer", fieldMap.orderInvoiceRelation, isSameNumber],
    ["deliveryAddress", fieldMap.orderDeliveryAddress, isSameNumber],
  ];
  const lineFields: readonly [string, string, Compare][] = [
    ["article", fieldMap.orderLineArticle, isSameCode],
    ["quantity", fieldMap.orderLineQuantity, isSameAmount],
    ["price", fieldMap.orderLinePrice, isSameAmount],
    ["discount", fieldMap.orderLineDiscount, isSameAmount],
    ["warehouse", fieldMap.orderLineWarehouse, isSameCode],
  ];
  const head = compareFields(headFields, content.head, found.content.head);
  const [expectedCount, foundCount] = [content.lines.length, found.content.lines.length];
  if (expectedCount !== foundCount) return [...head, { field: "lines", expected: String(expectedCount), found: String(foundCount) }];
  return content.lines.reduce<Difference[]>((differences, line, place) => {
    const actual = found.content.lines[place] ?? {};
    const isText = line[fieldMap.orderLineArticle] === undefined;
    const compared = isText ? compareText(line, actual, fieldMap) : compareFields(lineFields, line, actual);
    return [...differences, ...compared.map((difference) => ({ ...difference, line: place + 1 }))];
  }, head);
}

function compareFields(fields: readonly [string, string, Compare][], sent: Fields, found: Fields): Difference[] {
  return fields.flatMap(([field, number, isSame]) => {
    const [expected, actual = ""] = [sent[number], found[number]];
    return expected === undefined || isSame(expected, actual) ? [] : [{ field, expected, found: actual }];
  });
}

/** A line of text that came back as an article is another line. */
function compareText(sent: Fields, found: Fields, { orderLineText, orderLineArticle }: FieldMap): Difference[] {
  const [expected = "", actual = ""] = [sent[orderLineText], found[orderLineText]];
  const isArticle = (found[orderLineArticle] ?? "") !== "";
  return !isArticle && isSameText(expected, actual) ? [] : [{ field: "text", expected, found: isArticle ? (found[orderLineArticle] ?? "") : actual }];
}

/** What Cash leaves out is nothing: 0. */
function sameDecimal(expected: string, found: string, fieldMap: FieldMap): boolean {
  const [one, other] = [expected, found].map((text) => readDecimal(text.trim() === "" ? "0" : text, { ...fieldMap, plainAmounts: "units" }, false) ?? "");
  const isDecimal = (text: string | undefined): text is string => text !== undefined && /^-?\d+(\.\d+)?$/.test(text);
  return isDecimal(one) && isDecimal(other) && new ExactDecimal(one).equals(other);
}

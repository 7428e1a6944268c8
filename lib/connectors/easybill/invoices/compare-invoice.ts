import type { Difference, FoundDocument, Prepared } from "@/lib/connectors/exporter";
import { ExactDecimal } from "@/lib/money/exact-decimal";

type Fields = Readonly<Record<string, string>>;
type Compare = (expected: string, found: string) => boolean;

const isSameText: Compare = (expected, found) => essence(expected) === essence(found);
/** What EasyBill leaves out is nothing: 0. */
const isSameAmount: Compare = (expected, found) => new ExactDecimal(expected || "0").equals(found || "0");

const lineFields: readonly [field: string, name: string, compare: Compare][] = [
  ["article", "number", isSameText],
  ["quantity", "quantity", isSameAmount],
  ["price", "single_price_net", isSameAmount],
  ["discount", "discount", isSameAmount],
  ["vatRate", "vat_percent", isSameAmount],
];

/**
 * In which fields a document in EasyBill differs from what was sent: whose it is, and its lines. Texts, titles and days do not say whose it
 * is: people improve them in a draft.
 */
export function compareInvoice({ content }: Pick<Prepared, "content">, found: FoundDocument): Difference[] {
  const head = compareField(["customer", "customer_id", isSameText], content.head, found.content.head);
  const [expectedCount, foundCount] = [content.lines.length, found.content.lines.length];
  if (expectedCount !== foundCount) return [...head, { field: "lines", expected: String(expectedCount), found: String(foundCount) }];
  return content.lines.reduce<Difference[]>((differences, line, place) => {
    const compared = compareLine(line, found.content.lines[place] ?? {});
    return [...differences, ...compared.map((difference) => ({ ...difference, line: place + 1 }))];
  }, head);
}

/** A line of text that came back as one with a price is another line, and the other way round. */
function compareLine(sent: Fields, found: Fields): Difference[] {
  const isText = sent["type"] === "TEXT";
  if (isText !== (found["type"] === "TEXT")) return [{ field: isText ? "text" : "article", expected: nameOf(sent), found: nameOf(found) }];
  if (isText) return compareField(["text", "description", isSameText], sent, found);
  // A discount that somebody added changes what the line comes to, although none was sent.
  return lineFields.flatMap((field) => compareField(field, field[1] === "discount" ? { discount: "0", ...sent } : sent, found));
}

function compareField([field, name, isSame]: readonly [string, string, Compare], sent: Fields, found: Fields): Difference[] {
  const [expected, actual = ""] = [sent[name], found[name]];
  return expected === undefined || isSame(expected, actual) ? [] : [{ field, expected, found: actual }];
}

function nameOf(line: Fields): string {
  return line["number"] ?? line["description"] ?? "";
}

function essence(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

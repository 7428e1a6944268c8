import type { SalesDocument, SalesLine } from "@/lib/connectors/sales-document";
import { lineNet } from "@/lib/export/document/line-net";
import { totalLines } from "@/lib/export/document/totals";

type Totals = SalesDocument["totals"];

/** What EasyBill makes of the lines as they are sent: each rounded to the cent, VAT of the sum of each rate. Undefined where the work order says the same. */
export function totalsThere(lines: readonly SalesLine[], here: Totals): Totals | undefined {
  const priced = lines.filter((line) => line.type !== "text").map((line) => ({ ...line, net: lineNet(line) }));
  const there = totalLines(priced);
  return JSON.stringify(there) === JSON.stringify(here) ? undefined : there;
}

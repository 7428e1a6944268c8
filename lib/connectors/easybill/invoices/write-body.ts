import type { PreparedContent } from "@/lib/connectors/exporter";
import { toExactNumber } from "./exact-number";

type Fields = Readonly<Record<string, string>>;
type Json = { [name: string]: string | number | Json | Json[] };

/** Fields that EasyBill takes as numbers; all others are text. */
const numbers: ReadonlySet<string> = new Set(["customer_id", "due_in_days", "calc_vat_from", "quantity", "single_price_net", "vat_percent", "discount", "position_id"]);

/**
 * The JSON of a prepared invoice: `service_date.type` becomes a field of a field, amounts become numbers.
 * @throws AppError unexpected for an amount that is not exact as a number
 */
export function writeBody({ head, lines }: PreparedContent): Json {
  return { ...writeFields(head), items: lines.map(writeFields) };
}

function writeFields(fields: Fields): Json {
  const body: Json = {};
  const parts: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(fields)) {
    const [whole = name, part] = name.split(".");
    if (part === undefined) body[name] = numbers.has(name) ? toExactNumber(value) : value;
    else parts[whole] = { ...parts[whole], [part]: value };
  }
  return { ...body, ...parts };
}

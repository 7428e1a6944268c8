import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";
import { known } from "./lane";

/** An order as Cash gives it back. `net`: what its lines come to, in euros; Cash does not say it. */
export type CalculatedOrder = {
  readonly reference: string;
  readonly customer: string;
  readonly date: string;
  readonly lines: readonly { readonly article: string; readonly quantity: string; readonly price: string; readonly discount: string }[];
  readonly net: string | undefined;
};

/** Prices in hundredths of what was imported, for lines without a price of their own. */
const prices = new Map<string, bigint>([...known.materials.map((code) => [code, 1_250n] as const), [known.hourType, 6_800n]]);

/**
 * What Cash must have of a work order, calculated in whole numbers and on another way than the application's: quarters of an hour begun count
 * whole, hour types that nobody pays stay out, each line is rounded half away from zero.
 */
export function calculateOrder(number: string, { lines, endDate, workDate, externalProjectNumber }: WorkOrderInput): CalculatedOrder {
  const billed = lines.filter((line) => line.type === "material" || line.hourTypeCode === known.hourType);
  const figures = billed.map((line) => {
    const article = line.type === "material" ? line.code : line.hourTypeCode;
    const quantity = line.type === "material" ? hundredths(line.quantity) : BigInt(Math.ceil((line.totalMinutes ?? 0) / 15)) * 25n;
    const price = line.type === "material" && line.price !== null ? hundredths(line.price) : (prices.get(article) ?? 0n);
    const discount = line.type === "material" ? hundredths(line.discount) : 0n;
    return { article, quantity, price, discount, net: divide(quantity * price * (10_000n - discount), 1_000_000n) };
  });
  const [year = "", month = "", day = ""] = (endDate ?? workDate).split("-");
  return {
    reference: [number, ...(externalProjectNumber ? [externalProjectNumber] : [])].join(" "),
    customer: known.relation,
    date: `${day}-${month}-${year}`,
    lines: figures.map(({ article, quantity, price, discount }) => ({ article, quantity: write(quantity, ","), price: write(price, ","), discount: write(discount, ",") })),
    net: write(figures.reduce((sum, { net }) => sum + net, 0n), "."),
  };
}

/** `-1.5` → -150n. */
function hundredths(decimal: string): bigint {
  const [, sign = "", whole = "0", places = ""] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(decimal) ?? [];
  const value = BigInt(whole) * 100n + BigInt(places.padEnd(2, "0"));
  return sign === "" ? value : -value;
}

/** Rounded half away from zero. */
function divide(value: bigint, by: bigint): bigint {
  const magnitude = ((value < 0n ? -value : value) * 2n + by) / (2n * by);
  return value < 0n ? -magnitude : magnitude;
}

function write(value: bigint, separator: "," | "."): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}${separator}${digits.slice(-2)}`;
}

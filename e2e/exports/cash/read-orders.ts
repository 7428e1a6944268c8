import type { CashSandbox } from "@/e2e/sandbox/cash/start";
import type { CalculatedOrder } from "./calculate-order";

/** Every order in Cash by its reference, with the lines in their order. */
export async function readOrders(sandbox: CashSandbox): Promise<ReadonlyMap<string, CalculatedOrder[]>> {
  const [heads, lines] = await Promise.all([sandbox.records("01", "2400", { limit: 10_000 }), sandbox.records("01", "2410", { limit: 10_000 })]);
  const linesOf = groupLines(lines.rows);
  const orders = new Map<string, CalculatedOrder[]>();
  for (const { fields } of heads.rows) {
    const reference = fields["2406"] ?? "";
    const order: CalculatedOrder = { reference, customer: fields["2220"] ?? "", date: fields["2401"] ?? "", lines: linesOf.get(fields["2400"] ?? "") ?? [], net: undefined };
    orders.set(reference, [...(orders.get(reference) ?? []), order]);
  }
  return orders;
}

type Rows = Awaited<ReturnType<CashSandbox["records"]>>["rows"];

function groupLines(rows: Rows): Map<string, CalculatedOrder["lines"]> {
  const byOrder = new Map<string, CalculatedOrder["lines"]>();
  const inOrder = [...rows].sort((one, other) => Number(one.fields["2426"]) - Number(other.fields["2426"]));
  for (const { fields } of inOrder) {
    const line = { article: fields["2260"] ?? "", quantity: fields["2410"] ?? "", price: fields["2267"] ?? "", discount: fields["2002"] ?? "" };
    byOrder.set(fields["2400"] ?? "", [...(byOrder.get(fields["2400"] ?? "") ?? []), line]);
  }
  return byOrder;
}

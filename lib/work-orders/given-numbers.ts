import type { WorkOrderStore } from "@/lib/work-orders/read-work-order";
import type { WorkOrderContent } from "@/lib/work-orders/work-order-content";
import type { StoredWorkOrder, WorkOrderParty } from "@/lib/work-orders/work-order-detail";
import { readEvent } from "@/lib/work-orders/work-order-events";

/** Debtor numbers that a vendor has given to customers of work orders, by the work order's id. */
export async function readGivenNumbers({ prisma }: WorkOrderStore, accountId: string, ids: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await prisma.workOrderEvent.findMany({ where: { accountId, workOrderId: { in: [...ids] }, kind: "customerCreated" } });
  const given = new Map<string, Set<string>>();
  for (const row of rows) {
    const event = readEvent(row);
    if (event.kind === "customerCreated") given.set(row.workOrderId, (given.get(row.workOrderId) ?? new Set()).add(event.debtorNumber));
  }
  return given;
}

/**
 * The content as other software has it, with the numbers that a vendor has given meanwhile: the sender cannot know them, so the
 * same customer without the number, or under another one, is no change.
 */
export function keepGivenNumbers(content: WorkOrderContent, stored: StoredWorkOrder, given: ReadonlySet<string> | undefined): WorkOrderContent {
  if (!given) return content;
  const keep = (party: WorkOrderParty, known: WorkOrderParty) =>
    known.debtorNumber !== null && given.has(known.debtorNumber) && party.name === known.name ? { ...party, debtorNumber: known.debtorNumber } : party;
  const { invoiceCustomer } = content;
  return {
    ...content,
    customer: keep(content.customer, stored.customer),
    invoiceCustomer: invoiceCustomer && stored.invoiceCustomer ? keep(invoiceCustomer, stored.invoiceCustomer) : invoiceCustomer,
  };
}

import { compareLines } from "@/lib/work-orders/compare-lines";
import type { WorkOrderContent } from "@/lib/work-orders/work-order-content";
import type { WorkOrderParty } from "@/lib/work-orders/work-order-detail";
import type { FieldChange } from "@/lib/work-orders/work-order-events";

/** What differs between two contents, field by field; nothing: they are equal. Fields are keys below `workOrders.field`. */
export function compareContent(before: WorkOrderContent, after: WorkOrderContent): FieldChange[] {
  const { customer: customerBefore, invoiceCustomer: payerBefore, lines: linesBefore, ...headBefore } = before;
  const { customer: customerAfter, invoiceCustomer: payerAfter, lines: linesAfter, ...headAfter } = after;
  return [
    ...compareFields({ ...partyFields("customer", customerBefore), ...headBefore }, { ...partyFields("customer", customerAfter), ...headAfter }),
    ...compareFields(partyFields("invoice", payerBefore), partyFields("invoice", payerAfter)),
    ...compareLines(linesBefore, linesAfter),
  ];
}

type Fields = Record<string, string | null>;

function compareFields(before: Fields, after: Fields): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const change = { field, position: null, code: null, before: before[field] ?? null, after: after[field] ?? null };
    return change.before === change.after ? [] : [change];
  });
}

/** `name` of the customer is `customerName`. */
function partyFields(prefix: "customer" | "invoice", party: WorkOrderParty | null): Fields {
  return Object.fromEntries(Object.entries(party ?? {}).map(([field, value]) => [`${prefix}${field.charAt(0).toUpperCase()}${field.slice(1)}`, value]));
}

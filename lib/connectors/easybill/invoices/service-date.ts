import type { SalesDocument } from "@/lib/connectors/sales-document";

type Fields = Record<string, string>;

/** When the work was done: the day, or from the first to the last. German law wants it on every invoice. */
export function writeServiceDate({ workDays: { first, last } }: Pick<SalesDocument, "workDays">): Fields {
  const days: Fields = first === last ? { "service_date.date": first } : { "service_date.date_from": first, "service_date.date_to": last };
  return { "service_date.type": "SERVICE", ...days };
}

import type { FoundDocument } from "@/lib/connectors/exporter";
import { writeDecimal } from "@/lib/money/exact-decimal";
import { standingOf } from "./document-standing";
import { filled } from "./invoice-lines";
import type { EasybillDocument, EasybillItem } from "./records";

/** A document of EasyBill in the notation in which invoices are prepared. A draft is known by its title. */
export function describeDocument(document: EasybillDocument): FoundDocument {
  const id = String(document.id);
  return {
    id,
    number: document.number?.trim() || document.title?.trim() || id,
    url: null,
    date: document.document_date ?? null,
    customer: document.customer_id == null ? null : String(document.customer_id),
    content: { head: describeHead(document), lines: (document.items ?? []).map(describeItem) },
    standing: standingOf(document),
  };
}

function describeHead({ type, customer_id, external_id, title, number, vat_option, amount, amount_net }: EasybillDocument): Record<string, string> {
  return filled({
    type, number: number ?? null, customer_id: decimal(customer_id), external_id: external_id ?? null, title: title ?? null, vat_option: vat_option ?? null,
    amount: decimal(amount), amount_net: decimal(amount_net),
  });
}

function describeItem(item: EasybillItem): Record<string, string> {
  return filled({
    type: item.type, number: item.number ?? null, description: item.description ?? null, unit: item.unit ?? null, quantity: decimal(item.quantity),
    single_price_net: decimal(item.single_price_net), vat_percent: decimal(item.vat_percent), discount: decimal(item.discount),
    discount_type: item.discount_type ?? null, position_id: decimal(item.position_id),
  });
}

function decimal(value: number | null | undefined): string | null {
  return value == null ? null : writeDecimal(String(value));
}

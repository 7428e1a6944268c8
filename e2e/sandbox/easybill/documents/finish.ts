import type { ApiCall } from "../api/call";
import { toBerlinDateTime } from "../berlin";
import type { Company } from "../data/company";
import type { EasybillDocument } from "../data/records/document";

const prefixes: Partial<Record<EasybillDocument["type"], string>> = { INVOICE: "RE", STORNO: "ST", CREDIT: "GU", STORNO_CREDIT: "SG" };

/** The next number of this type: RE-1001, RE-1002, … Finished documents are never deleted, so there is no gap. */
function nextNumber({ tables: { documents } }: Company, type: EasybillDocument["type"]): string {
  const finished = [...documents.records()].filter((document) => document.type === type && !document.is_draft);
  return `${prefixes[type] ?? type}-${1001 + finished.length}`;
}

/** The document finished, with its number; one that is finished already stays as it is. */
export function finishDocument({ company, now }: ApiCall, document: EasybillDocument): EasybillDocument {
  if (!document.is_draft) return document;
  return { ...document, is_draft: false, number: document.number ?? nextNumber(company, document.type), edited_at: toBerlinDateTime(now) };
}

/** The document that cancels this one: the same lines with the opposite sign, finished at once. */
export function makeCancellation(call: ApiCall, document: EasybillDocument): EasybillDocument {
  const at = toBerlinDateTime(call.now);
  const id = call.company.tables.documents.nextId();
  const opposite = (amount: number) => (amount === 0 ? 0 : -amount);
  const draft: EasybillDocument = {
    ...document,
    id,
    type: document.type === "CREDIT" ? "STORNO_CREDIT" : "STORNO",
    number: null,
    is_draft: true,
    external_id: null,
    title: null,
    ref_id: document.id,
    root_id: document.id,
    document_date: at.slice(0, 10),
    items: document.items.map((item, index) => ({
      ...item,
      id: id * 1000 + index,
      quantity: opposite(item.quantity),
      total_price_net: opposite(item.total_price_net),
      total_price_gross: opposite(item.total_price_gross),
      total_vat: opposite(item.total_vat),
    })),
    amount: opposite(document.amount),
    amount_net: opposite(document.amount_net),
    paid_amount: 0,
    paid_at: null,
    last_postbox_id: null,
    created_at: at,
    edited_at: at,
  };
  return finishDocument(call, draft);
}

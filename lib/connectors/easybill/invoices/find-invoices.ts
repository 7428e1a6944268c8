import type { DocumentSearch, FoundDocument } from "@/lib/connectors/exporter";
import type { EasybillClient } from "../client";
import { berlinDay } from "./berlin-day";
import { describeDocument } from "./describe-document";
import { readList } from "./read-pages";
import { isSameReference } from "./reference-text";
import { documentSchema, type EasybillDocument } from "./records";

/**
 * The invoices with exactly this reference. EasyBill cannot be asked for `external_id`, so those of the customer it was sent for are read:
 * what was edited since the day before it was sent, which as a rule is one request, then of every day. A person may have given the draft to
 * another customer, so then everything edited since, drafts and finished ones asked for by name. "None" is said only after all of that was
 * read to its end.
 * @throws AppError as every request; vendor_incomplete when a list has less than it says
 */
export async function findInvoices(client: EasybillClient, { reference, since, sent }: DocumentSearch): Promise<FoundDocument[]> {
  // A clock that is a little ahead, here or there, is no reason to look past a document.
  const edited_at = `${berlinDay(since, -1)},${berlinDay(client.context.timing.now(), 1)}`;
  const customer_id = sent?.head["customer_id"];
  const ofCustomer: Readonly<Record<string, string>>[] = customer_id === undefined ? [] : [{ customer_id, edited_at }, { customer_id }];
  for (const query of ofCustomer) {
    const found = await readThese(client, reference, query);
    if (found.length > 0) return found;
  }
  const drafts = await readThese(client, reference, { edited_at, is_draft: "1" });
  const finished = await readThese(client, reference, { edited_at, is_draft: "0" });
  return [...new Map([...drafts, ...finished].map((document) => [document.id, document])).values()];
}

async function readThese(client: EasybillClient, reference: string, query: Readonly<Record<string, string>>): Promise<FoundDocument[]> {
  const documents = await readList(client, { operation: "ListDocuments", path: "/documents", query: { type: "INVOICE", ...query }, item: documentSchema });
  return documents.filter((document) => isOurs(document, reference)).map(describeDocument);
}

/** Also where the filter was not obeyed. */
function isOurs({ type, external_id }: EasybillDocument, reference: string): boolean {
  return type === "INVOICE" && isSameReference(external_id, reference);
}

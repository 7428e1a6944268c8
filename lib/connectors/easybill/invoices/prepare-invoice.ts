import type { ExportSettings } from "@/lib/connectors/connector";
import type { FollowUpId, MatchedKeys, Prepared } from "@/lib/connectors/exporter";
import type { Party, SalesDocument } from "@/lib/connectors/sales-document";
import { partyKey } from "@/lib/export/document/party";
import type { EasybillExports } from "../exports-schema";
import { filled, writeInvoiceLine } from "./invoice-lines";
import { writeTextBefore } from "./invoice-text";
import { totalsThere } from "./invoice-totals";
import { readCustomerDetails, type CustomerDetails } from "./match-details";
import { readInvoiceOptions } from "./read-options";
import { writeReferenceText } from "./reference-text";
import { Remarks } from "./remarks";
import { writeServiceDate } from "./service-date";
import { decideVatOption, taxed } from "./vat-option";

/** Characters; the description names no limit, and a title longer than this is no title. */
const titleLength = 255;

type Payer = { party: Party; externalId: string | null; details: CustomerDetails | null };

/**
 * A sales document as an invoice of EasyBill, which is a draft at first. Who pays is its customer, where the work was done stands in its
 * text, and when as its service date. The invoice itself is of the day on which the work ended, and EasyBill counts the payment term from
 * there. Amounts go out exactly: what EasyBill cannot hold is a problem. Everything is text here; `writeBody` makes numbers of it.
 */
export function prepareInvoice(document: SalesDocument, matched: MatchedKeys, settings: ExportSettings): Prepared {
  const options = readInvoiceOptions(settings);
  const remarks = new Remarks({ workOrder: document.workOrderNumber });
  const payer = payerOf(document, matched);
  checkPayer(payer, matched, remarks);
  const vatOption = decideVatOption(payer.details?.vatOption ?? "", options.vatOption);
  const reference = writeReference(document, remarks);
  const written = document.lines.map((line) => writeInvoiceLine(line, { options, matched, isTaxed: vatOption === taxed, remarks }));
  const head = filled({
    type: "INVOICE",
    customer_id: payer.externalId,
    external_id: reference,
    title: writeTitle(document, reference, options, remarks),
    document_date: document.date,
    ...writeServiceDate(document),
    text_prefix: writeTextBefore(document, options),
    text: options.textAfter,
    due_in_days: options.paymentTerm,
    vat_option: vatOption,
    calc_vat_from: "0",
  });
  const totals = totalsThere(written.map(({ line }) => line), document.totals);
  return {
    reference,
    content: { head, lines: written.map(({ fields }) => fields) },
    warnings: remarks.warnings,
    problems: remarks.problems,
    ...(totals === undefined ? {} : { totals }),
    followUps: chooseFollowUps(options, payer, remarks),
  };
}

function payerOf({ customer, invoiceCustomer }: SalesDocument, matched: MatchedKeys): Payer {
  const party = invoiceCustomer ?? customer;
  const key = partyKey(party);
  const externalId = (Object.hasOwn(matched.relations, key) ? matched.relations[key] : undefined) ?? null;
  return { party, externalId, details: externalId === null ? null : readCustomerDetails(matched, externalId) };
}

function checkPayer({ party, details }: Payer, { blocked }: MatchedKeys, remarks: Remarks): void {
  const relation = party.debtorNumber ?? party.name;
  if (blocked?.relations.includes(partyKey(party)) === true) remarks.object("relationBlocked", { relation });
  if (details?.isGone === true) remarks.object("relationNotFound", { relation });
}

/** The number of the work order is never written otherwise: two of them might become one. */
function writeReference({ reference, workOrderNumber }: SalesDocument, remarks: Remarks): string {
  if (writeReferenceText(workOrderNumber).replaced.length > 0) remarks.object("valueOutOfRange", { field: "reference", value: workOrderNumber });
  const { text, replaced } = writeReferenceText(reference);
  if (replaced.length > 0) remarks.warn("charactersReplaced", { field: "reference", characters: replaced.join(" ") });
  return text;
}

/** Begins with the whole reference, so that people find it too. */
function writeTitle({ description }: SalesDocument, reference: string, { titleFormat }: EasybillExports, remarks: Remarks): string {
  const title = titleFormat === "workOrderAndDescription" ? `${reference} ${description}`.trim() : reference;
  return remarks.fit("title", title, titleLength);
}

/** The work order is attached before the invoice is final, so that what is e-mailed has it. */
function chooseFollowUps({ attachment, finality, email }: EasybillExports, { party, details }: Payer, remarks: Remarks): FollowUpId[] {
  const isFinal = finality === "final";
  const hasNoAddress = details !== null && details.email === null;
  if (isFinal && email && hasNoAddress) remarks.warn("emailMissing", { relation: party.debtorNumber ?? party.name });
  return [...(attachment ? (["attachment"] as const) : []), ...(isFinal ? (["finish"] as const) : []), ...(isFinal && email && !hasNoAddress ? (["email"] as const) : [])];
}

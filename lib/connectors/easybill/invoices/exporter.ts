import type { VendorContext } from "@/lib/connectors/connector";
import type { Exporter } from "@/lib/connectors/exporter";
import type { EasybillClient } from "../client";
import { easybillFailure } from "../failures";
import { attachWorkOrder } from "./attach-work-order";
import { compareInvoice } from "./compare-invoice";
import { createRecord } from "./create-record";
import { describeDocument } from "./describe-document";
import { discardDraft } from "./discard-draft";
import { emailInvoice } from "./email-invoice";
import { findInvoices } from "./find-invoices";
import { finishInvoice } from "./finish-invoice";
import { createFollowUp } from "./follow-up";
import { lookUpNumbers } from "./look-up";
import { writeNewRecord } from "./new-record";
import { prepareInvoice } from "./prepare-invoice";
import { proposeCustomerNumber } from "./propose-number";
import { readDocumentChanges } from "./read-changes";
import { readCustomersDetails } from "./read-details";
import { readDocument } from "./read-document";
import { readExportOptions } from "./read-options";
import { sendInvoice } from "./send-invoice";

/** The description names no limit; what is longer than this is no reference. */
const referenceLength = 100;

/**
 * EasyBill takes sales documents as invoices: a draft first, which is finished, with the work order attached and e-mailed as the settings say.
 * @param open the client of a conversation; one context should keep one
 */
export function createEasybillExporter(open: (context: VendorContext) => EasybillClient): Exporter {
  return {
    document: "invoice",
    readOptions: readExportOptions,
    referenceLength,
    prepare: prepareInvoice,
    describeNew: (record, settings) => {
      const { warnings, problems } = writeNewRecord(record, settings).remarks;
      return { warnings, problems };
    },
    lookUp: (context, wanted) => lookUpNumbers(open(context), wanted),
    readDetails: (context, matched) => readCustomersDetails(open(context), matched),
    isNumberUnique: false,
    // The number under which a customer was created is the debtor number.
    debtorNumberOf: (number) => number.trim(),
    proposeRelationNumber: (context, wanted) => proposeCustomerNumber(open(context), wanted),
    create: (context, record, settings) => createRecord(open(context), record, settings),
    find: (context, search) => findInvoices(open(context), search),
    read: async (context, documentId) => {
      const document = await readDocument(open(context), documentId);
      return document && describeDocument(document);
    },
    compare: compareInvoice,
    send: (context, prepared) => sendInvoice(open(context), prepared),
    // What EasyBill takes it works off at once: it gives no tickets.
    check: (_context, ticket) => Promise.reject(easybillFailure("vendor_nonsense", { detail: { reason: "EasyBill knows no tickets", ticket } })),
    discard: (context, documentId) => discardDraft(open(context), documentId),
    followUps: {
      attachment: createFollowUp(open, { repeat: "safe", isRequired: false }, attachWorkOrder),
      finish: createFollowUp(open, { repeat: "safe", isRequired: true }, finishInvoice),
      email: createFollowUp(open, { repeat: "once", isRequired: false }, emailInvoice),
    },
    documents: { readChanges: (context, from) => readDocumentChanges(open(context), from) },
  };
}

import type { VendorContext } from "@/lib/connectors/connector";
import type { Exporter, Prepared, SendOutcome } from "@/lib/connectors/exporter";
import { AppError } from "@/lib/errors";
import type { FieldMap } from "../field-map";
import { withoutPadding } from "../records/text";
import type { CashSession } from "../session";
import { checkTransaction } from "./check-transaction";
import { compareOrder } from "./compare-order";
import { createRecord, proposeRelationNumber } from "./create-record";
import { findOrders, readOrder } from "./find-orders";
import { lookUpKeys } from "./look-up";
import { writeNewRecord } from "./new-record";
import { prepareOrder } from "./prepare-order";
import { readExportOptions } from "./read-options";
import { sendImport } from "./send-import";

/**
 * Cash takes sales documents as sales orders.
 * @param open a session for a context; one context should keep one session, which then asks for the administrations once
 * @param fieldMap read when it is needed, so that making a connector needs no environment
 */
export function createCashExporter(open: (context: VendorContext) => CashSession, fieldMap: () => FieldMap): Exporter {
  return {
    document: "salesOrder",
    readOptions: readExportOptions,
    get referenceLength() {
      return fieldMap().referenceLength;
    },
    prepare: (document, matched) => prepareOrder(document, matched, fieldMap()),
    describeNew: (record) => {
      const { warnings, problems } = writeNewRecord(record, fieldMap()).remarks;
      return { warnings, problems };
    },
    lookUp: (context, wanted) => lookUpKeys(open(context), wanted),
    readDetails: null,
    isNumberUnique: true,
    debtorNumberOf: withoutPadding,
    proposeRelationNumber: (context, wanted) => proposeRelationNumber(open(context), wanted),
    create: (context, record) => createRecord(open(context), record),
    find: (context, { reference, since }) => findOrders(open(context), reference, since),
    read: (context, documentId, { reference, since }) => readOrder(open(context), documentId, { reference, since }),
    compare: (prepared, found) => compareOrder(prepared, found, fieldMap()),
    send: (context, prepared) => sendOrder(open(context), prepared),
    check: (context, ticket) => checkTransaction(open(context), ticket),
    discard: null,
    followUps: {},
    documents: null,
  };
}

/** One import: the head, and the lines that belong to it for standing behind it. */
async function sendOrder(session: CashSession, { content, problems }: Prepared): Promise<SendOutcome> {
  const { orderRecord, orderLineRecord, orderCustomer, orderReference } = session.fieldMap;
  // An order without a customer or a reference could be booked, and never be found again.
  const isWhole = problems.length === 0 && content.head[orderCustomer] !== undefined && content.head[orderReference] !== undefined;
  if (!isWhole) return { outcome: "notSent", error: new AppError("unexpected", { kind: "system", detail: { reason: "the order is not ready to be sent", problems } }) };
  return sendImport(session, [{ name: orderRecord, fields: content.head }, ...content.lines.map((fields) => ({ name: orderLineRecord, fields }))]);
}

import { toBerlinDate, toBerlinDateTime } from "../berlin";
import type { EasybillDocument } from "../data/records/document";
import { paymentFields, type DocumentPayment } from "../data/records/document-payment";
import { put, remove } from "../data/tables";
import { readBody } from "./body";
import { idAt, type ApiCall, type Operation } from "./call";
import { findDocument } from "./documents";
import { between, equals, matcher } from "./filter";
import { listTable, readSlice } from "./list";
import { presentDocument, presentPayment } from "./present";
import { ApiProblem, notFound } from "./problem";

const filters = {
  document_id: equals<DocumentPayment>(({ document_id }) => document_id),
  payment_at: between<DocumentPayment>(({ payment_at }) => payment_at),
  reference: equals<DocumentPayment>(({ reference }) => reference),
};

function findPayment(call: ApiCall): DocumentPayment {
  const payment = call.company.tables.payments.get(idAt(call, 0));
  if (payment === undefined) throw notFound("DocumentPayment");
  return payment;
}

/** The document with what these payments make of it: paid on the day on which the amount was reached, or was said to be. */
function settle(document: EasybillDocument, payments: readonly DocumentPayment[], now: number): EasybillDocument {
  const paidAmount = payments.reduce((sum, { amount }) => sum + amount, 0);
  const isPaid = payments.length > 0 && (paidAmount >= document.amount || payments.some(({ settles }) => settles));
  return { ...document, paid_amount: paidAmount, paid_at: isPaid ? (payments.at(-1)?.payment_at ?? null) : null, edited_at: toBerlinDateTime(now) };
}

function paymentsOf({ company }: ApiCall, documentId: number): DocumentPayment[] {
  return [...company.tables.payments.records()].filter(({ document_id }) => document_id === documentId);
}

export const listPayments: Operation = ({ company, query, protocol }) => ({
  status: 200,
  body: listTable(company.tables.payments, matcher(filters, query), readSlice(query), presentPayment, protocol.emptyListPages),
});

export const getPayment: Operation = (call) => ({ status: 200, body: presentPayment(findPayment(call)) });

export const createPayment: Operation = (call) => {
  const { company, now, query, protocol } = call;
  const fields = readBody(paymentFields, call);
  const document = findDocument(call, fields.document_id);
  if (document.is_draft) throw new ApiProblem(400, "A draft cannot be paid");
  const payment: DocumentPayment = {
    ...fields,
    id: company.tables.payments.nextId(),
    login_id: company.tables.logins.firstId,
    payment_at: fields.payment_at ?? toBerlinDate(now),
    settles: query.flag("paid"),
  };
  const settled = settle(document, [...paymentsOf(call, document.id), payment], now);
  return {
    status: 201,
    body: presentPayment(payment),
    changes: [put("payments", payment), put("documents", settled)],
    events: [{ name: "document.payment_add", id: document.id, record: presentDocument(settled, company.tables, protocol) }],
  };
};

export const deletePayment: Operation = (call) => {
  const payment = findPayment(call);
  const rest = paymentsOf(call, payment.document_id).filter(({ id }) => id !== payment.id);
  const settled = settle(findDocument(call, payment.document_id), rest, call.now);
  return {
    status: 204,
    changes: [remove("payments", payment.id), put("documents", settled)],
    events: [{ name: "document.payment_delete", id: settled.id, record: presentDocument(settled, call.company.tables, call.protocol) }],
  };
};

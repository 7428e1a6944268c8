import { documentFields, type EasybillDocument } from "../data/records/document";
import { put, remove } from "../data/tables";
import { finishDocument as finish, makeCancellation } from "../documents/finish";
import { writeDocument } from "../documents/write";
import { toBerlinDateTime } from "../berlin";
import type { WebhookEventName } from "../data/records/webhook";
import { readBody } from "./body";
import { idAt, type ApiCall, type Operation, type WebhookEvent } from "./call";
import { between, equals, isFlag, matcher } from "./filter";
import { listTable, readSlice } from "./list";
import { presentDocument } from "./present";
import { ApiProblem, notFound } from "./problem";

/** `external_id` is not among them: the vendor cannot be asked for it. */
const filters = {
  type: equals<EasybillDocument>(({ type }) => type),
  is_draft: isFlag<EasybillDocument>(({ is_draft }) => is_draft),
  is_archive: isFlag<EasybillDocument>(({ is_archive }) => is_archive),
  customer_id: equals<EasybillDocument>(({ customer_id }) => customer_id),
  project_id: equals<EasybillDocument>(({ project_id }) => project_id),
  ref_id: equals<EasybillDocument>(({ ref_id }) => ref_id),
  document_date: between<EasybillDocument>(({ document_date }) => document_date),
  paid_at: between<EasybillDocument>(({ paid_at }) => paid_at),
  title: equals<EasybillDocument>(({ title }) => title),
  number: equals<EasybillDocument>(({ number }) => number),
  cancel_id: equals<EasybillDocument>(({ cancel_id }) => cancel_id),
  fulfillment_country: equals<EasybillDocument>(({ fulfillment_country }) => fulfillment_country),
  vat_country: equals<EasybillDocument>(({ vat_country }) => vat_country),
  shipping_country: equals<EasybillDocument>(({ shipping_country }) => shipping_country),
  status: equals<EasybillDocument>(({ status }) => status),
  edited_at: between<EasybillDocument>(({ edited_at }) => edited_at),
};

/** @throws ApiProblem 404 when there is no document with this id. */
export function findDocument({ company }: Pick<ApiCall, "company">, id: number): EasybillDocument {
  const document = company.tables.documents.get(id);
  if (document === undefined) throw notFound("Document");
  return document;
}

const present = ({ company, protocol }: ApiCall, document: EasybillDocument) => presentDocument(document, company.tables, protocol);

function event(call: ApiCall, name: WebhookEventName, document: EasybillDocument): WebhookEvent {
  return { name, id: document.id, record: present(call, document) };
}

export const listDocuments: Operation = (call) => {
  const { company, query, protocol } = call;
  return { status: 200, body: listTable(company.tables.documents, matcher(filters, query), readSlice(query), (document) => present(call, document), protocol.emptyListPages) };
};

export const getDocument: Operation = (call) => ({ status: 200, body: present(call, findDocument(call, idAt(call, 0))) });

/** Always a draft: `is_draft` cannot be written. */
export const createDocument: Operation = (call) => {
  const document = writeDocument(call, readBody(documentFields, call));
  return { status: 201, body: present(call, document), changes: [put("documents", document)], events: [event(call, "document.create", document)] };
};

export const updateDocument: Operation = (call) => {
  const existing = findDocument(call, idAt(call, 0));
  const document = writeDocument(call, readBody(documentFields, call, existing), existing);
  return { status: 200, body: present(call, document), changes: [put("documents", document)], events: [event(call, "document.update", document)] };
};

/** Drafts only. */
export const deleteDocument: Operation = (call) => {
  const existing = findDocument(call, idAt(call, 0));
  if (!existing.is_draft) throw new ApiProblem(400, "A finished document cannot be deleted; cancel it");
  return { status: 204, changes: [remove("documents", existing.id)], events: [event(call, "document.deleted", existing)] };
};

export const finishDocument: Operation = (call) => {
  const existing = findDocument(call, idAt(call, 0));
  const document = finish(call, existing);
  if (!existing.is_draft) return { status: 200, body: present(call, document) };
  return { status: 200, body: present(call, document), changes: [put("documents", document)], events: [event(call, "document.completed", document)] };
};

/** Answers with the document that cancels; the cancelled one names it in `cancel_id`. */
export const cancelDocument: Operation = (call) => {
  const existing = findDocument(call, idAt(call, 0));
  if (existing.is_draft) throw new ApiProblem(400, "A draft cannot be cancelled");
  if (existing.type !== "INVOICE" && existing.type !== "CREDIT") throw new ApiProblem(400, `A document of the type ${existing.type} cannot be cancelled`);
  if (existing.cancel_id !== null) throw new ApiProblem(400, "The document is cancelled already");
  const cancellation = makeCancellation(call, existing);
  const cancelled: EasybillDocument = { ...existing, cancel_id: cancellation.id, edited_at: toBerlinDateTime(call.now) };
  return {
    status: 200,
    body: present(call, cancellation),
    changes: [put("documents", cancellation), put("documents", cancelled)],
    events: [event(call, "document.create", cancellation), event(call, "document.completed", cancellation), event(call, "document.update", cancelled)],
  };
};

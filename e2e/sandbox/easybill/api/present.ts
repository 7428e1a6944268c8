import type { Attachment } from "../data/records/attachment";
import type { Contact } from "../data/records/contact";
import type { Customer } from "../data/records/customer";
import type { EasybillDocument } from "../data/records/document";
import type { DocumentPayment } from "../data/records/document-payment";
import type { Login } from "../data/records/login";
import type { Tables } from "../data/company";
import type { Protocol } from "../protocol";

/** Fields that the vendor fills with null though its description does not say so: left out, or sent as null. */
function withoutNulls(record: object, fields: readonly string[], { sendsNulls }: Protocol): object {
  // The usual case of thousands of customers: nothing to change, and JSON leaves out what is undefined.
  if (!sendsNulls && fields.every((field) => Reflect.get(record, field) !== null)) return record;
  const given = new Map(Object.entries(record).filter(([, value]) => value !== undefined));
  for (const field of fields) {
    if (given.get(field) !== null && given.has(field)) continue;
    if (sendsNulls) given.set(field, null);
    else given.delete(field);
  }
  return Object.fromEntries(given);
}

export function presentCustomer(customer: Customer, protocol: Protocol): object {
  return withoutNulls(customer, ["created_at", "updated_at"], protocol);
}

/** Without the customer's id: the vendor does not say whose contact it is. */
export function presentContact({ customer_id: _customer, ...contact }: Contact, protocol: Protocol): object {
  return withoutNulls(contact, ["created_at", "updated_at"], protocol);
}

export function presentLogin(login: Login, protocol: Protocol): object {
  return withoutNulls(login, ["security", "email_signature"], protocol);
}

export function presentPayment({ settles: _settles, ...payment }: DocumentPayment): object {
  return payment;
}

export function presentAttachment({ content_base64: _content, content_type: _type, ...attachment }: Attachment): object {
  return attachment;
}

const nullOfDocuments = ["cancel_id", "paid_at", "due_date", "last_postbox_id", "recurring_options", "customer_snapshot", "pdf_template"];
const nullOfItems = ["cost_price_total", "cost_price_charge", "cost_price_charge_type"];

export function presentDocument(document: EasybillDocument, { attachments }: Pick<Tables, "attachments">, protocol: Protocol): object {
  const attachmentIds = [...attachments.addedRecords()].filter(({ document_id }) => document_id === document.id).map(({ id }) => id);
  const items = document.items.map((item) => withoutNulls(item, nullOfItems, protocol));
  return withoutNulls({ ...document, items, attachment_ids: attachmentIds, label_address: document.address }, nullOfDocuments, protocol);
}

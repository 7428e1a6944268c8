import { toBerlinDateTime } from "../berlin";
import type { Company } from "../data/company";
import { contactFields, type Contact } from "../data/records/contact";
import { put, remove } from "../data/tables";
import { contactPlaces } from "../generator/contacts";
import { readBody } from "./body";
import { idAt, type ApiCall, type Operation } from "./call";
import { findCustomer } from "./customers";
import { paginate, readSlice } from "./list";
import { presentContact } from "./present";
import { notFound } from "./problem";

/** The contacts of one customer, ascending by id. */
function* contactsOfCustomer({ tables: { contacts, customers } }: Company, customerId: number): Generator<Contact> {
  const firstPlace = contacts.firstId + (customerId - customers.firstId) * contactPlaces;
  for (let id = firstPlace; id < firstPlace + contactPlaces; id += 1) {
    const contact = contacts.get(id);
    if (contact?.customer_id === customerId) yield contact;
  }
  for (const contact of contacts.addedRecords()) {
    const isSeen = contact.id >= firstPlace && contact.id < firstPlace + contactPlaces;
    if (contact.customer_id === customerId && !isSeen) yield contact;
  }
}

function findContact(call: ApiCall): Contact {
  const customer = findCustomer(call, idAt(call, 0));
  const contact = call.company.tables.contacts.get(idAt(call, 1));
  if (contact?.customer_id !== customer.id) throw notFound("Contact");
  return contact;
}

export const listContacts: Operation = (call) => {
  const { company, query, protocol } = call;
  const customer = findCustomer(call, idAt(call, 0));
  const contacts = contactsOfCustomer(company, customer.id);
  return { status: 200, body: paginate(contacts, readSlice(query), (contact) => presentContact(contact, protocol), protocol.emptyListPages) };
};

export const getContact: Operation = (call) => ({ status: 200, body: presentContact(findContact(call), call.protocol) });

/** Answers 200, unlike the other operations that create something. */
export const createContact: Operation = (call) => {
  const { company, now, protocol } = call;
  const customer = findCustomer(call, idAt(call, 0));
  const at = toBerlinDateTime(now);
  const contact: Contact = {
    ...readBody(contactFields, call),
    id: company.tables.contacts.nextId(),
    login_id: company.tables.logins.firstId,
    customer_id: customer.id,
    created_at: at,
    updated_at: at,
  };
  const shown = presentContact(contact, protocol);
  return { status: 200, body: shown, changes: [put("contacts", contact)], events: [{ name: "contact.create", id: contact.id, record: shown }] };
};

export const updateContact: Operation = (call) => {
  const existing = findContact(call);
  const contact: Contact = { ...existing, ...readBody(contactFields, call, existing), updated_at: toBerlinDateTime(call.now) };
  const shown = presentContact(contact, call.protocol);
  return { status: 200, body: shown, changes: [put("contacts", contact)], events: [{ name: "contact.update", id: contact.id, record: shown }] };
};

export const deleteContact: Operation = (call) => {
  const contact = findContact(call);
  return { status: 204, changes: [remove("contacts", contact.id)], events: [{ name: "contact.delete", id: contact.id, record: presentContact(contact, call.protocol) }] };
};

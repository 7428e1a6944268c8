import type { WebhookEvent } from "../api/call";
import { presentContact, presentCustomer, presentDocument } from "../api/present";
import { notFound } from "../api/problem";
import type { Company } from "../data/company";
import { recordSchemas } from "../data/tables";
import type { Sandbox } from "../sandbox";
import type { Act, EditedTable } from "./act-schema";

function eventOf(sandbox: Sandbox, { tables }: Company, table: EditedTable, id: number): WebhookEvent[] {
  const { protocol } = sandbox;
  switch (table) {
    case "customers": {
      const customer = tables.customers.get(id);
      return customer === undefined ? [] : [{ name: "customer.update", id, record: presentCustomer(customer, protocol) }];
    }
    case "contacts": {
      const contact = tables.contacts.get(id);
      return contact === undefined ? [] : [{ name: "contact.update", id, record: presentContact(contact, protocol) }];
    }
    case "positions": {
      const position = tables.positions.get(id);
      return position === undefined ? [] : [{ name: "position.update", id, record: position }];
    }
    case "documents": {
      const document = tables.documents.get(id);
      return document === undefined ? [] : [{ name: "document.update", id, record: presentDocument(document, tables, protocol) }];
    }
    default:
      return [];
  }
}

/**
 * Writes fields of a record as they are, whether or not anybody may write them: for records as old or other software left them.
 * @throws ApiProblem 404 when there is no such record; a ZodError when a value is of the wrong type.
 */
export function changeRaw(sandbox: Sandbox, company: Company, { table, id, fields }: Extract<Act, { act: "change" }>, silently: boolean): number {
  const existing = company.tables[table].get(id);
  if (existing === undefined) throw notFound(table);
  const record = recordSchemas[table].parse({ ...existing, ...fields, id });
  sandbox.state.commit({ company: company.id, changes: [{ table, id, record }] });
  if (!silently) sandbox.courier.notify(company, eventOf(sandbox, company, table, id));
  return id;
}

import { toBerlinDate, toBerlinDateTime } from "../berlin";
import { customerFields, displayNameOf, type Customer, type CustomerFields } from "../data/records/customer";
import { put, remove } from "../data/tables";
import { customerNumberAt } from "../generator/customers";
import { readBody } from "./body";
import { idAt, type ApiCall, type Operation } from "./call";
import { between, equals, matcher } from "./filter";
import { listTable, readSlice } from "./list";
import { presentCustomer } from "./present";
import { ApiProblem, notFound } from "./problem";

const filters = {
  group_id: equals<Customer>(({ group_id }) => group_id),
  additional_group_id: equals<Customer>(({ additional_groups_ids }) => additional_groups_ids.map(String)),
  number: equals<Customer>(({ number }) => number),
  country: equals<Customer>(({ country }) => country),
  zip_code: equals<Customer>(({ zip_code }) => zip_code),
  emails: equals<Customer>(({ emails }) => emails),
  first_name: equals<Customer>(({ first_name }) => first_name),
  last_name: equals<Customer>(({ last_name }) => last_name),
  company_name: equals<Customer>(({ company_name }) => company_name),
  created_at: between<Customer>(({ created_at }) => created_at),
};

/** @throws ApiProblem 404 when there is no customer with this id. */
export function findCustomer({ company }: Pick<ApiCall, "company">, id: number): Customer {
  const customer = company.tables.customers.get(id);
  if (customer === undefined) throw notFound("Customer");
  return customer;
}

/** The number after the greatest one that consists of digits; the generated ones are consecutive. */
function nextNumber({ company: { tables: { customers } } }: ApiCall): string {
  let greatest = Number(customerNumberAt(customers.generatedCount - 1));
  for (const { number } of customers.changedRecords()) if (/^\d{1,9}$/.test(number)) greatest = Math.max(greatest, Number(number));
  return String(greatest + 1);
}

function readFields(call: ApiCall, existing?: Customer): CustomerFields {
  const fields = readBody(customerFields, call, existing);
  if (displayNameOf(fields) === "") throw new ApiProblem(400, "last_name or company_name must be filled");
  return { ...fields, number: fields.number === "" ? (existing?.number ?? nextNumber(call)) : fields.number };
}

export const listCustomers: Operation = ({ company, query, protocol }) => ({
  status: 200,
  body: listTable(company.tables.customers, matcher(filters, query), readSlice(query), (customer) => presentCustomer(customer, protocol), protocol.emptyListPages),
});

export const getCustomer: Operation = (call) => ({ status: 200, body: presentCustomer(findCustomer(call, idAt(call, 0)), call.protocol) });

export const createCustomer: Operation = (call) => {
  const { company, now, protocol } = call;
  const fields = readFields(call);
  const customer: Customer = {
    ...fields,
    id: company.tables.customers.nextId(),
    login_id: company.tables.logins.firstId,
    display_name: displayNameOf(fields),
    created_at: toBerlinDate(now),
    updated_at: toBerlinDateTime(now),
  };
  const shown = presentCustomer(customer, protocol);
  return { status: 201, body: shown, changes: [put("customers", customer)], events: [{ name: "customer.create", id: customer.id, record: shown }] };
};

export const updateCustomer: Operation = (call) => {
  const existing = findCustomer(call, idAt(call, 0));
  const fields = readFields(call, existing);
  const customer: Customer = { ...existing, ...fields, display_name: displayNameOf(fields), updated_at: toBerlinDateTime(call.now) };
  const shown = presentCustomer(customer, call.protocol);
  return { status: 200, body: shown, changes: [put("customers", customer)], events: [{ name: "customer.update", id: customer.id, record: shown }] };
};

export const deleteCustomer: Operation = (call) => {
  const existing = findCustomer(call, idAt(call, 0));
  return { status: 204, changes: [remove("customers", existing.id)], events: [{ name: "customer.delete", id: existing.id, record: presentCustomer(existing, call.protocol) }] };
};

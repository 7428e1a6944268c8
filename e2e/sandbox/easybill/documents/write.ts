import type { ApiCall } from "../api/call";
import { ApiProblem } from "../api/problem";
import { addDays, toBerlinDate, toBerlinDateTime } from "../berlin";
import type { Customer } from "../data/records/customer";
import type { DocumentFields, EasybillDocument } from "../data/records/document";
import { completeItems } from "./items";
import { addUp } from "./totals";

const plainServiceDate = { type: "DEFAULT", date: null, date_from: null, date_to: null, text: null } as const;

/** The address on the document: the customer's at this moment, or the delivery address where that is wanted and there is one. */
function addressOf(customer: Customer | undefined, useShipping: boolean): EasybillDocument["address"] {
  const isShipping = useShipping && (customer?.delivery_street ?? "") !== "";
  const from = (own: string | null | undefined, delivery: string | null | undefined) => (isShipping ? delivery : own) ?? "";
  return {
    salutation: (isShipping ? customer?.delivery_salutation : customer?.salutation) ?? 0,
    personal: (isShipping ? customer?.delivery_personal : customer?.personal) ?? false,
    title: from(customer?.title, customer?.delivery_title),
    first_name: from(customer?.first_name, customer?.delivery_first_name),
    last_name: from(customer?.last_name, customer?.delivery_last_name),
    suffix_1: from(customer?.suffix_1, customer?.delivery_suffix_1),
    suffix_2: from(customer?.suffix_2, customer?.delivery_suffix_2),
    company_name: from(customer?.company_name, customer?.delivery_company_name),
    street: from(customer?.street, customer?.delivery_street),
    zip_code: from(customer?.zip_code, customer?.delivery_zip_code),
    city: from(customer?.city, customer?.delivery_city),
    state: from(customer?.state, customer?.delivery_state),
    country: from(customer?.country, customer?.delivery_country),
  };
}

function findCustomer({ company }: ApiCall, id: number | null): Customer | undefined {
  if (id === null) return undefined;
  const customer = company.tables.customers.get(id);
  if (customer === undefined) throw new ApiProblem(400, `customer_id: customer ${id} does not exist`);
  return customer;
}

/** Ids of lines: those of one document follow one another. */
const itemsPerDocument = 1000;

/** A document from what a caller wrote: a new draft, or an existing one with these contents. */
export function writeDocument(call: ApiCall, fields: DocumentFields, existing?: EasybillDocument): EasybillDocument {
  const { company, now } = call;
  const id = existing?.id ?? company.tables.documents.nextId();
  const customer = findCustomer(call, fields.customer_id);
  const date = fields.document_date ?? existing?.document_date ?? toBerlinDate(now);
  const dueInDays = fields.due_in_days ?? fields.grace_period ?? customer?.due_in_days ?? null;
  const totals = addUp(completeItems(call, fields.items, id * itemsPerDocument), fields);
  return {
    ...fields,
    ...totals,
    id,
    type: existing?.type ?? fields.type,
    login_id: company.tables.logins.firstId,
    document_date: date,
    service_date: fields.service_date ?? plainServiceDate,
    address: addressOf(customer, fields.use_shipping_address),
    due_in_days: dueInDays,
    grace_period: dueInDays,
    due_date: dueInDays === null ? null : addDays(date, dueInDays),
    vat_id: customer?.vat_identifier ?? "",
    number: existing?.is_draft === false ? existing.number : fields.number,
    is_draft: existing?.is_draft ?? true,
    paid_amount: existing?.paid_amount ?? 0,
    paid_at: existing?.paid_at ?? null,
    cancel_id: existing?.cancel_id ?? null,
    root_id: existing?.root_id ?? null,
    last_postbox_id: existing?.last_postbox_id ?? null,
    pdf_pages: 1,
    created_at: existing?.created_at ?? toBerlinDateTime(now),
    edited_at: toBerlinDateTime(now),
  };
}

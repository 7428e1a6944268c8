import { checkRecord, failRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import { readName } from "./person-name";
import type { Customer } from "./schemas";
import { countryCodeOf, lineOf } from "./text";

/**
 * A customer as a relation, under the number that people know it by: archived ones and those that are only suppliers have left. An
 * address may be incomplete.
 */
export function readCustomer(customer: Customer): SourceRecord<"relations"> {
  const { name, attention } = readName(customer);
  const subject = { externalId: String(customer.id), label: name ?? "" };
  const debtorNumber = lineOf(customer.number);
  if (customer.archived === true) return skipRecord(subject, "archived");
  // EasyBill numbers every customer, but suppliers on a list of their own.
  if (debtorNumber === null && lineOf(customer.supplier_number) !== null) return skipRecord(subject, "notCustomer");
  if (debtorNumber === null) return skipRecord(subject, "missingCode", { name: "debtorNumber", value: "" });
  if (name === null) return skipRecord(subject, "missingName", { name: "name", value: "" });
  const paymentTerm = customer.due_in_days ?? customer.grace_period ?? null;
  if (paymentTerm !== null && !Number.isInteger(paymentTerm)) return failRecord(subject, { name: "paymentTerm", value: String(paymentTerm) }, "Not a number of days");
  const record = checkRecord("relations", subject, {
    debtorNumber,
    name,
    searchName: null,
    attention,
    street: lineOf(customer.street) ?? "",
    postalCode: lineOf(customer.zip_code) ?? "",
    city: lineOf(customer.city) ?? "",
    countryCode: countryCodeOf(customer.country),
    country: null,
    phone: lineOf(customer.phone_1) ?? lineOf(customer.phone_2),
    mobile: lineOf(customer.mobile),
    email: lineOf(customer.emails?.[0]),
    vatNumber: lineOf(customer.vat_identifier),
    chamberNumber: lineOf(customer.court_registry_number),
    paymentTerm,
  });
  const version = lineOf(customer.updated_at);
  return record.outcome === "import" && version !== null ? { ...record, version } : record;
}

import { checkRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import { readName } from "./person-name";
import type { Contact } from "./schemas";
import { countryCodeOf, joinLines, lineOf } from "./text";

/** A contact person of the customer with this external id; whoever cannot be imported says whose he is, too. A person's own name comes first, also where a company stands beside it. */
export function readContact(contact: Contact, relation: string): SourceRecord<"contacts"> {
  const name = joinLines([contact.first_name, contact.last_name]) === null ? readName(contact).name : readName({ ...contact, personal: true }).name;
  const externalId = String(contact.id);
  const subject = { externalId, label: name ?? lineOf(contact.department) ?? "" };
  if (name === null) return { ...skipRecord(subject, "missingName", { name: "name", value: "" }), below: relation };
  const checked = checkRecord("contacts", subject, {
    relation,
    code: externalId,
    name,
    department: lineOf(contact.department),
    phone: lineOf(contact.phone_1) ?? lineOf(contact.phone_2),
    mobile: lineOf(contact.mobile),
    email: lineOf(contact.emails?.[0]),
    street: lineOf(contact.street),
    postalCode: lineOf(contact.zip_code),
    city: lineOf(contact.city),
    countryCode: countryCodeOf(contact.country),
  });
  return checked.outcome === "import" ? checked : { ...checked, below: relation };
}

import { checkRecord, failRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import type { SkipReason } from "@/lib/connectors/skip-reasons";
import type { CashRecord } from "../export/record-reader";
import type { FieldMap } from "../field-map";
import { readAddress, type Address } from "./address";
import { isBlocked } from "./blocked";
import { textOf, tidy, withoutPadding } from "./text";

/** How a relation stands among the customers (R2220). */
export type CustomerStanding = "none" | "open" | "blocked";

/** The rules of who is imported, in the order in which a reason is given. */
function reasonToSkip(record: CashRecord, customer: CustomerStanding, name: string, address: Address, fields: FieldMap): SkipReason | null {
  if (customer === "none") return "notCustomer";
  if (customer === "blocked" || isBlocked(record, fields.relationBlocked, fields)) return "blocked";
  if (name === "") return "missingName";
  if (address.street === null) return "missingStreet";
  if (address.postalCode === null) return "missingPostalCode";
  return address.city === null ? "missingCity" : null;
}

const missingFields: Partial<Record<SkipReason, string>> = {
  missingName: "name",
  missingStreet: "street",
  missingPostalCode: "postalCode",
  missingCity: "city",
};

/** A relation (R0101), judged by the rules: a customer, not blocked, with name, street, postal code and place. */
export function readRelation(record: CashRecord, customer: CustomerStanding, fields: FieldMap): SourceRecord<"relations"> {
  const externalId = tidy(record.get(fields.relationNumber));
  const name = tidy(record.get(fields.relationName));
  const searchName = textOf(record, fields.relationSearchName);
  const subject = { externalId: externalId || "?", label: name || (searchName ?? "") };
  if (externalId === "") return skipRecord(subject, "missingCode", { name: "debtorNumber", value: "" });
  const address = readAddress(record, fields);
  const reason = reasonToSkip(record, customer, name, address, fields);
  if (reason !== null) {
    const field = missingFields[reason];
    return skipRecord(subject, reason, field === undefined ? undefined : { name: field, value: "" });
  }
  const { street, postalCode, city, countryCode, country } = address;
  const paymentTerm = textOf(record, fields.relationPaymentTerm);
  if (paymentTerm !== null && !/^\d+$/.test(paymentTerm)) return failRecord(subject, { name: "paymentTerm", value: paymentTerm }, "Not a number of days");
  return checkRecord("relations", subject, {
    debtorNumber: withoutPadding(externalId),
    name,
    searchName,
    attention: textOf(record, fields.relationAttention),
    street: street ?? "",
    postalCode: postalCode ?? "",
    city: city ?? "",
    countryCode,
    country,
    phone: textOf(record, fields.relationPhone),
    mobile: textOf(record, fields.relationMobile),
    email: textOf(record, fields.relationEmail),
    vatNumber: textOf(record, fields.relationVatNumber),
    chamberNumber: textOf(record, fields.relationChamberNumber),
    paymentTerm: paymentTerm === null ? null : Number(paymentTerm),
  });
}

import { checkRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import { readName } from "./person-name";
import type { Delivery } from "./schemas";
import { countryCodeOf, joinLines, lineOf } from "./text";

/** EasyBill knows one delivery address per customer. */
const onlyOne = "1";

/** External id of the delivery address of a customer. */
export function deliveryAddressId(customerId: string | number): string {
  return `${customerId}|${onlyOne}`;
}

/** The delivery address of a customer; null where there is none: no place is given, or the same as the customer's own. */
export function readDeliveryAddress(customer: Delivery): SourceRecord<"deliveryAddresses"> | null {
  const street = lineOf(customer.delivery_street);
  const postalCode = lineOf(customer.delivery_zip_code);
  const city = lineOf(customer.delivery_city);
  if (joinLines([street, postalCode, city]) === null) return null;
  const { name, attention } = readName({
    company_name: customer.delivery_company_name,
    title: customer.delivery_title,
    first_name: customer.delivery_first_name,
    last_name: customer.delivery_last_name,
    personal: customer.delivery_personal ?? null,
  });
  if (isSame([name ?? readName(customer).name, street, postalCode, city], [readName(customer).name, customer.street, customer.zip_code, customer.city])) return null;
  const relation = String(customer.id);
  return checkRecord("deliveryAddresses", { externalId: deliveryAddressId(relation), label: name ?? city ?? street ?? "" }, {
    relation,
    code: onlyOne,
    description: joinLines([customer.delivery_suffix_1, customer.delivery_suffix_2], ", "),
    name,
    attention,
    street,
    postalCode,
    city,
    countryCode: countryCodeOf(customer.delivery_country),
    country: null,
    phone: null,
  });
}

function isSame(one: readonly (string | null | undefined)[], other: readonly (string | null | undefined)[]): boolean {
  return one.every((text, index) => (lineOf(text) ?? "").toLowerCase() === (lineOf(other[index]) ?? "").toLowerCase());
}

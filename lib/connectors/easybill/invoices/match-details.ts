import type { MatchedKeys } from "@/lib/connectors/exporter";
import type { EasybillCustomer, EasybillPosition } from "./records";

type Fields = Readonly<Record<string, string>>;

/** What `prepare` must know of a customer, as `MatchedKeys.details` carries it. `state`: "open", "archived" or "gone". */
export function detailsOfCustomer(customer: EasybillCustomer): Fields {
  return { state: customer.archived === true ? "archived" : "open", vatOption: customer.tax_options ?? "", email: customer.emails?.find((email) => email.trim() !== "") ?? "" };
}

/** A customer that is known here and not there any more. */
export const goneCustomer: Fields = { state: "gone", vatOption: "", email: "" };

/** What `prepare` must know of a position: its price without VAT, in cents; "" where there is none. */
export function detailsOfPosition({ price_type, sale_price }: EasybillPosition): Fields {
  return { cents: price_type === "BRUTTO" || sale_price == null ? "" : String(sale_price) };
}

export type CustomerDetails = { isGone: boolean; vatOption: string; email: string | null };

/** Null for an address means that there is none; of a customer nobody has asked about nothing is known, and nothing is said. */
export function readCustomerDetails({ details }: MatchedKeys, externalId: string): CustomerDetails | null {
  const fields = own(details?.relations, externalId);
  return fields === undefined ? null : { isGone: fields["state"] === "gone", vatOption: fields["vatOption"] ?? "", email: fields["email"] || null };
}

export function readPositionCents({ details }: MatchedKeys, externalId: string): string | null {
  return own(details?.articles, externalId)?.["cents"] || null;
}

function own(all: Readonly<Record<string, Fields>> | undefined, key: string): Fields | undefined {
  return all !== undefined && Object.hasOwn(all, key) ? all[key] : undefined;
}

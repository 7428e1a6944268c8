import type { MatchedKeys } from "@/lib/connectors/exporter";
import { readNetPrice } from "../records/price";
import type { Position } from "../records/schemas";
import { lineOf } from "../records/text";
import type { EasybillPayer } from "./records";

type Fields = Readonly<Record<string, string>>;

/** What `prepare` must know of a customer, as `MatchedKeys.details` carries it. `state`: "open", "archived" or "gone". */
export function detailsOfCustomer({ archived, tax_options, emails }: EasybillPayer): Fields {
  return { state: archived === true ? "archived" : "open", vatOption: tax_options ?? "", email: firstAddress(emails) ?? "" };
}

/** The first address that is one; null where there is none. */
export function firstAddress(emails: readonly string[] | null | undefined): string | null {
  return emails?.map(lineOf).find((email) => email !== null) ?? null;
}

/** A customer that is known here and not there any more. */
export const goneCustomer: Fields = { state: "gone", vatOption: "", email: "" };

/** What `prepare` must know of a position: its price in euros without VAT; "" where there is none. */
export function detailsOfPosition(position: Position): Fields {
  return { price: readNetPrice(position) ?? "" };
}

export type CustomerDetails = { isGone: boolean; vatOption: string; email: string | null };

/** Null for an address means that there is none; of a customer nobody has asked about nothing is known, and nothing is said. */
export function readCustomerDetails({ details }: MatchedKeys, externalId: string): CustomerDetails | null {
  const fields = own(details?.relations, externalId);
  return fields === undefined ? null : { isGone: fields["state"] === "gone", vatOption: fields["vatOption"] ?? "", email: fields["email"] || null };
}

/** Null where EasyBill's price is not known here. */
export function readPositionPrice({ details }: MatchedKeys, externalId: string): string | null {
  return own(details?.articles, externalId)?.["price"] || null;
}

function own(all: Readonly<Record<string, Fields>> | undefined, key: string): Fields | undefined {
  return all !== undefined && Object.hasOwn(all, key) ? all[key] : undefined;
}

import type { CashRecord } from "../export/record-reader";
import type { FieldMap } from "../field-map";
import { countryCodeOf } from "./country";
import { textOf } from "./text";
import { titleCase } from "./title-case";

export type Address = {
  street: string | null;
  postalCode: string | null;
  city: string | null;
  countryCode: string | null;
  country: string | null;
};

const dutch = /^(\d{4}) ?([A-Za-z]{2})(?= |$)/;

/** Postal codes abroad as they stand in front of a place, the longer forms first. */
const foreign = [
  /^[A-Z]{1,3}-\d{3,6}(?= |$)/i,
  /^\d{2}-\d{3}(?= |$)/,
  /^\d{4}-\d{3}(?= |$)/,
  /^\d{3} \d{2}(?= |$)/,
  /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?= |$)/i,
  /^\d{4,6}(?= |$)/,
] as const;

/** The postal code at the start of a text, "" when there is none. A Dutch one is looked for only where the country may be Dutch. */
function leadingPostalCode(text: string, countryCode: string | null): string {
  const dutchCode = countryCode === null || countryCode === "NL" ? dutch.exec(text)?.[0] : undefined;
  if (dutchCode !== undefined) return dutchCode;
  for (const form of foreign) {
    const found = form.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return "";
}

/** `1234ab` → `1234 AB`; others in capitals. */
function writePostalCode(text: string): string {
  const upper = text.toUpperCase();
  const parts = /^(\d{4}) ?([A-Z]{2})$/.exec(upper);
  return parts === null ? upper : `${parts[1]} ${parts[2]}`;
}

/** What is left of "postal code and place" without the postal code. */
function placeIn(combined: string, postalCode: string | null, leading: string): string {
  const begin = postalCode !== null && combined.toUpperCase().startsWith(postalCode.toUpperCase()) ? postalCode : leading;
  return combined.slice(begin.length).trim();
}

/**
 * Reads an address: street F0105, else F1833 + F1834; postal code F0438, else the start of F0107; place F1837, else the rest of
 * F0107. Places and countries in capitals are written as people write them.
 */
export function readAddress(record: CashRecord, fields: FieldMap): Address {
  const countryName = textOf(record, fields.relationCountry);
  const countryCode = countryCodeOf(textOf(record, fields.relationCountryCode), countryName);
  const combined = textOf(record, fields.relationPostalCodeAndCity) ?? "";
  const ownPostalCode = textOf(record, fields.relationPostalCode);
  const leading = leadingPostalCode(combined, countryCode);
  const postalCode = ownPostalCode ?? (leading || null);
  const city = textOf(record, fields.relationCity) ?? (placeIn(combined, ownPostalCode, leading) || null);
  return {
    street: textOf(record, fields.relationAddress) ?? joinStreet(record, fields),
    postalCode: postalCode === null ? null : writePostalCode(postalCode),
    city: city === null ? null : titleCase(city),
    countryCode,
    country: countryName === null ? null : titleCase(countryName),
  };
}

/** A number without a street is no street. */
function joinStreet(record: CashRecord, fields: FieldMap): string | null {
  const street = textOf(record, fields.relationStreet);
  const number = textOf(record, fields.relationHouseNumber);
  return street === null || number === null ? street : `${street} ${number}`;
}

import type { ExportSettings } from "@/lib/connectors/connector";
import type { NewRecord } from "@/lib/connectors/exporter";
import { ExactDecimal, writeDecimal } from "@/lib/money/exact-decimal";
import { isExactNumber, toExactNumber } from "./exact-number";
import { readInvoiceOptions } from "./read-options";
import { Remarks } from "./remarks";

type Json = Record<string, string | number | string[]>;

/** What is sent for a new customer or position, and what there is to say about it. */
export type WrittenRecord = { path: "/customers" | "/positions"; body: Json; remarks: Remarks };

type NewRelation = Extract<NewRecord, { kind: "relation" }>;
type NewArticle = Extract<NewRecord, { kind: "article" }>;

/** A customer or position in EasyBill's notation, so that the imports here take over what was entered here. */
export function writeNewRecord(record: NewRecord, settings: ExportSettings): WrittenRecord {
  return record.kind === "relation" ? writeCustomer(record) : writePosition(record, settings);
}

/** The name is that of a company, and the contact the person beside it: of who is no company nothing is known here. */
function writeCustomer({ externalId, party }: NewRelation): WrittenRecord {
  const remarks = new Remarks();
  const { name, street, houseNumber, postalCode, city, countryCode, contact, phone, email } = party;
  for (const [field, value] of Object.entries({ name, street, postalCode, city })) {
    if (value.trim() === "") remarks.object("relationIncomplete", { relation: party.debtorNumber ?? name, field });
  }
  const optional: Json = {
    ...(externalId === "" ? {} : { number: externalId }),
    ...(countryCode === null ? {} : { country: countryCode.toUpperCase() }),
    ...(phone === null ? {} : { phone_1: phone }),
    ...(email === null ? {} : { emails: [email] }),
  };
  return { path: "/customers", body: { company_name: name, last_name: contact ?? "", street: `${street} ${houseNumber}`.trim(), zip_code: postalCode, city, ...optional }, remarks };
}

/** Prices are without VAT, in cents. EasyBill takes no position without a price, and free of charge is nothing to assume. */
function writePosition({ externalId, article: { name, unit, price, type } }: NewArticle, settings: ExportSettings): WrittenRecord {
  const remarks = new Remarks();
  const { defaultVatRate } = readInvoiceOptions(settings);
  const cents = price === null ? null : writeDecimal(new ExactDecimal(price).times(100));
  const isWritable = cents !== null && isExactNumber(cents);
  if (!isWritable) remarks.object("valueOutOfRange", { field: "price", value: price ?? "–" });
  const body: Json = {
    number: externalId,
    description: name.trim() || externalId,
    type: type === "hourType" ? "SERVICE" : "PRODUCT",
    price_type: "NETTO",
    sale_price: isWritable ? toExactNumber(cents) : 0,
    vat_percent: toExactNumber(defaultVatRate),
    ...(unit === null ? {} : { unit }),
  };
  return { path: "/positions", body, remarks };
}

import type { NewRecord } from "@/lib/connectors/exporter";
import { ExactDecimal } from "@/lib/money/exact-decimal";
import type { FieldMap } from "../field-map";
import { readAddress } from "../records/address";
import { wrapText, writeText } from "./cash-text";
import type { OutgoingRecord } from "./import-xml";
import { writeDecimal, writeNumber } from "./notation";
import { Remarks } from "./remarks";

/** What is sent for a new record, and what there is to say about it. */
export type WrittenRecord = { records: OutgoingRecord[]; remarks: Remarks };

type NewRelation = Extract<NewRecord, { kind: "relation" }>;
type NewArticle = Extract<NewRecord, { kind: "article" }>;

/** A relation or article in Cash's notation, so that the import here would take it over again: complete, and a customer. */
export function writeNewRecord(record: NewRecord, fieldMap: FieldMap): WrittenRecord {
  return record.kind === "relation" ? writeRelation(record, fieldMap) : writeArticle(record, fieldMap);
}

function writeRelation({ externalId, party }: NewRelation, fieldMap: FieldMap): WrittenRecord {
  const remarks = new Remarks(fieldMap);
  const { name, street, houseNumber, postalCode, city } = party;
  const number = writeNumber(externalId, fieldMap.relationNumberLength);
  const relation = party.debtorNumber ?? name;
  if (number === null && externalId !== "") remarks.object("valueOutOfRange", { field: "debtorNumber", value: externalId });
  for (const [field, value] of Object.entries({ name, street, postalCode, city })) if (value.trim() === "") remarks.object("relationIncomplete", { relation, field });
  const writtenName = remarks.fit("name", name, fieldMap.nameLength);
  const fields = filled([
    [fieldMap.relationNumber, number],
    [fieldMap.relationSearchName, searchName(writtenName, fieldMap)],
    [fieldMap.relationName, writtenName],
    [fieldMap.relationAttention, remarks.fit("contact", party.contact ?? "", fieldMap.nameLength)],
    [fieldMap.relationAddress, remarks.fit("street", `${street} ${houseNumber}`, fieldMap.nameLength)],
    [fieldMap.relationPostalCodeAndCity, remarks.fit("city", `${postalCode} ${city}`, fieldMap.nameLength)],
    [fieldMap.relationPhone, remarks.fit("phone", shortPhone(party.phone ?? "", fieldMap), fieldMap.phoneLength)],
    [fieldMap.relationEmail, remarks.fit("email", party.email ?? "", fieldMap.emailLength)],
    [fieldMap.relationCountryCode, remarks.fit("countryCode", party.countryCode?.toUpperCase() ?? "", fieldMap.countryCodeLength)],
  ]);
  const whole = { ...fields, ...splitAddress(fields, { postalCode: writeText(postalCode, fieldMap).text, city: writeText(city, fieldMap).text }, fieldMap) };
  return { records: [{ name: fieldMap.relationRecord, fields: whole }, { name: fieldMap.customerRecord, fields: filled([[fieldMap.customerRelation, number]]) }], remarks };
}

/** Postal code and place on their own, where nobody could tell them apart in the one field Cash has for both. */
function splitAddress(fields: Readonly<Record<string, string>>, { postalCode, city }: { postalCode: string; city: string }, fieldMap: FieldMap): Record<string, string> {
  const read = readAddress(new Map(Object.entries(fields)), fieldMap);
  const isReadable = read.postalCode?.replaceAll(" ", "") === postalCode.replaceAll(" ", "").toUpperCase() && read.city !== null;
  return isReadable ? {} : filled([[fieldMap.relationPostalCode, postalCode], [fieldMap.relationCity, city]]);
}

/** A number that is too long with its spaces and brackets may do without. */
function shortPhone(phone: string, { phoneLength }: FieldMap): string {
  return phone.trim().length <= phoneLength ? phone : phone.replace(/[\s().-]/g, "");
}

function writeArticle({ externalId, article }: NewArticle, fieldMap: FieldMap): WrittenRecord {
  const remarks = new Remarks(fieldMap);
  const { name, unit, price, type } = article;
  const code = remarks.code("code", externalId, fieldMap.articleCodeLength);
  const writtenName = remarks.fit("name", name.trim() || code, fieldMap.articleDescriptionLength);
  const fields = filled([
    [fieldMap.articleCode, code],
    [fieldMap.articleSearchName, searchName(writtenName, fieldMap)],
    [fieldMap.articleDescription, writtenName],
    [fieldMap.articleGroup, fieldMap.newArticleGroup],
    [fieldMap.articleType, type === "hourType" ? fieldMap.newHourType : fieldMap.newMaterialType],
    [fieldMap.articleUnit, remarks.fit("unit", unit ?? "", fieldMap.unitLength)],
    [fieldMap.articlePrice, price === null ? null : writePrice(price, fieldMap, remarks)],
    [fieldMap.articleVatCode, fieldMap.newArticleVatCode],
  ]);
  return { records: [{ name: fieldMap.articleRecord, fields }], remarks };
}

/** The price of an article is a proposal: the lines of an order have prices of their own. */
function writePrice(price: string, fieldMap: FieldMap, remarks: Remarks): string | null {
  const rounded = new ExactDecimal(price).toDecimalPlaces(fieldMap.priceDecimals);
  if (!rounded.equals(price)) remarks.warn("rounded", { field: "price", value: price, rounded: rounded.toFixed() });
  const written = writeDecimal(rounded, fieldMap);
  if (written === null) remarks.object("valueOutOfRange", { field: "price", value: price });
  return written;
}

/** The word under which people look it up. */
function searchName(name: string, { searchNameLength }: FieldMap): string {
  return (wrapText(name.toUpperCase(), searchNameLength)[0] ?? "").slice(0, searchNameLength);
}

function filled(fields: readonly (readonly [number: string, value: string | null])[]): Record<string, string> {
  return Object.fromEntries(fields.flatMap(([number, value]) => (value === null || value === "" ? [] : [[number, value]])));
}

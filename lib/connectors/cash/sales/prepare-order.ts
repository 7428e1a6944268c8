import type { MatchedKeys, Prepared, PreparedContent } from "@/lib/connectors/exporter";
import type { Party, PricedLine, SalesDocument, SalesLine } from "@/lib/connectors/sales-document";
import { partyKey } from "@/lib/export/document/party";
import type { FieldMap } from "../field-map";
import { wrapText } from "./cash-text";
import { writeLineAmounts } from "./line-amounts";
import { writeDate, writeNumber } from "./notation";
import { Remarks } from "./remarks";

type Fields = Record<string, string>;
type Work = { fieldMap: FieldMap; matched: MatchedKeys; remarks: Remarks };

/**
 * A sales document as the head (R2400) and the lines (R2410) of a sales order. Texts that are too long go on in further lines; whatever
 * is cut or replaced all the same is a warning, and what Cash cannot hold a problem.
 */
export function prepareOrder(document: SalesDocument, matched: MatchedKeys, fieldMap: FieldMap): Prepared {
  const remarks = new Remarks(fieldMap, { workOrder: document.workOrderNumber });
  const work = { fieldMap, matched, remarks };
  const reference = writeReference(document, work);
  const head = writeHead(document, reference, work);
  const lines = document.lines.flatMap((line) => writeLine(line, work));
  return { reference, content: { head, lines }, warnings: remarks.warnings, problems: remarks.problems, followUps: [] };
}

/** The number of the work order is never written otherwise: two of them might become one. */
function writeReference({ reference, workOrderNumber }: SalesDocument, { fieldMap, remarks }: Work): string {
  const { referenceLength } = fieldMap;
  if (new Remarks(fieldMap).clean("reference", workOrderNumber) !== workOrderNumber) remarks.object("valueOutOfRange", { field: "reference", value: workOrderNumber });
  return remarks.fit("reference", reference, referenceLength);
}

function writeHead(document: SalesDocument, reference: string, work: Work): PreparedContent["head"] {
  const { fieldMap, remarks } = work;
  const date = writeDate(document.date);
  if (date === null) remarks.object("valueOutOfRange", { field: "date", value: document.date });
  const [description, more] = writeDescription(document.description, work);
  const { customer, invoiceCustomer, deliveryAddressCode } = document;
  return filled([
    [fieldMap.orderDate, date],
    [fieldMap.orderReference, reference],
    [fieldMap.orderCustomer, writeRelation("customer", customer, work)],
    [fieldMap.orderInvoiceRelation, invoiceCustomer === null ? null : writeRelation("invoiceCustomer", invoiceCustomer, work)],
    [fieldMap.orderDeliveryAddress, deliveryAddressCode === null ? null : writeSerial(deliveryAddressCode, work)],
    [fieldMap.orderDescription, description],
    [fieldMap.orderMoreDescription, more],
  ]);
}

/** What was done, over two fields. */
function writeDescription(text: string, { fieldMap, remarks }: Work): [string | undefined, string | undefined] {
  const whole = remarks.clean("description", text);
  const [first, second, ...rest] = wrapText(whole, fieldMap.orderDescriptionLength);
  if (rest.length > 0) remarks.cut("description", whole, "", fieldMap.orderDescriptionLength * 2);
  return [first, second];
}

/** A relation that Cash is not known to have is written by its own number; without one the field is left out, and the order cannot be sent. */
function writeRelation(field: "customer" | "invoiceCustomer", party: Party, { fieldMap, matched, remarks }: Work): string | null {
  const key = partyKey(party);
  const number = externalIdOf(matched.relations, key) ?? party.debtorNumber;
  if (matched.blocked?.relations.includes(key) === true) remarks.object("relationBlocked", { relation: party.debtorNumber ?? party.name });
  if (number === null) return null;
  const written = writeNumber(number, fieldMap.relationNumberLength);
  if (written === null) remarks.object("valueOutOfRange", { field, value: number });
  return written;
}

function writeSerial(code: string, { fieldMap, remarks }: Work): string | null {
  const written = writeNumber(code, fieldMap.deliveryAddressSerialLength);
  if (written === null) remarks.object("valueOutOfRange", { field: "deliveryAddress", value: code });
  return written;
}

function writeLine(line: SalesLine, work: Work): Fields[] {
  switch (line.type) {
    case "text":
      return textLines(work.remarks.clean("text", line.text), work);
    case "material":
      return writePricedLine(line, line.warehouseCode, work);
    case "hours":
      return writePricedLine(line, null, work);
  }
}

function writePricedLine(line: PricedLine, warehouseCode: string | null, work: Work): Fields[] {
  const { fieldMap, matched, remarks } = work;
  const { code, position } = line;
  if (matched.blocked?.articles.includes(code) === true) remarks.object("articleBlocked", { code }, position);
  const [text, ...more] = wrapText(remarks.clean("text", line.text, position), fieldMap.articleDescriptionLength);
  const fields = filled([
    [fieldMap.orderLineArticle, remarks.code("code", externalIdOf(matched.articles, code) ?? code, fieldMap.articleCodeLength, position)],
    [fieldMap.orderLineText, text],
    ...Object.entries(writeLineAmounts(line, fieldMap, remarks)),
    [fieldMap.orderLineWarehouse, warehouseCode === null ? null : remarks.code("warehouse", warehouseCode, fieldMap.warehouseCodeLength, position)],
  ]);
  return [fields, ...textLines(more.join(" "), work)];
}

function textLines(text: string, { fieldMap }: Work): Fields[] {
  return wrapText(text, fieldMap.articleDescriptionLength).map((piece) => ({ [fieldMap.orderLineText]: piece }));
}

/** A key such as "constructor" is an article like any other. */
function externalIdOf(matched: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(matched, key) ? matched[key] : undefined;
}

/** Only filled fields are sent. */
function filled(fields: readonly (readonly [number: string, value: string | null | undefined])[]): Fields {
  return Object.fromEntries(fields.flatMap(([number, value]) => (value === null || value === undefined || value === "" ? [] : [[number, value]])));
}

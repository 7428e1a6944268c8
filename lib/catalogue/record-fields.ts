import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { RecordContent } from "@/lib/connectors/records";

/** A field of any kind; each has a name below `sync.field` in the message files. */
export type RecordField = { [Kind in RecordKind]: keyof RecordContent<Kind> }[RecordKind];

/** The fields of the contract once more, without its schemas, which are too much for a browser. The compiler holds both together. */
const named: Readonly<Record<RecordField, true>> = {
  debtorNumber: true, name: true, searchName: true, attention: true, street: true, postalCode: true, city: true,
  countryCode: true, country: true, phone: true, mobile: true, email: true, vatNumber: true, chamberNumber: true,
  paymentTerm: true, relation: true, code: true, description: true, department: true, group: true, unit: true, price: true,
  vatCode: true, vatRate: true, type: true, stock: true,
};

/** Whether there is a name for the field. */
export function isContentField(text: string): text is RecordField {
  return Object.hasOwn(named, text);
}

import { escapeXml } from "../soap/escape-xml";

/** A record on its way into Cash: `R2400`, and its filled fields by their numbers. */
export type OutgoingRecord = { name: string; fields: Readonly<Record<string, string>> };

/** The records of one import, one element each, in their order. */
export function writeImport(records: readonly OutgoingRecord[]): string {
  const elements = records.map(({ name, fields }) => `<${name}>${Object.entries(fields).map(([field, value]) => `<${field}>${escapeXml(value)}</${field}>`).join("")}</${name}>`);
  return `<CASH>${elements.join("")}</CASH>`;
}

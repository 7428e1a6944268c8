import { parseXml } from "../soap/xml-tree";

/** One record of an import as it was sent: nothing is checked yet. */
export interface ImportRecord {
  /** Four digits. */
  readonly table: string;
  readonly fields: readonly (readonly [number: string, value: string])[];
  /** Place in the message, from 1. */
  readonly line: number;
}

/** `R2229`, `R301`, `2229` and `301` all name a record; fields alike with F. */
function readNumber(tag: string): string {
  return tag.replace(/^[A-Za-z_]/, "").padStart(4, "0");
}

/**
 * Reads the XML of an import. A tag may begin with a digit, which XML forbids and the vendor takes.
 * @throws Error when it cannot be read, or has another root than `<cash>`.
 */
export function parseImport(text: string): readonly ImportRecord[] {
  const root = parseXml(text.replace(/<(\/?)(?=\d)/g, "<$1_"));
  if (root.name.toLowerCase() !== "cash") throw new Error(`The root element is ${root.name}, not cash`);
  return root.children.map((record, place) => ({
    table: readNumber(record.name),
    fields: record.children.map((field): readonly [string, string] => [readNumber(field.name), field.text]),
    line: place + 1,
  }));
}

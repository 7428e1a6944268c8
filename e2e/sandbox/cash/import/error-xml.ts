import { escapeXml } from "../xml";
import type { ImportError } from "./booking";
import type { ImportRecord } from "./message";

function writeSource({ table, fields }: ImportRecord): string {
  return `${table}|${fields.map(([number, value]) => `${number}=${value}|`).join("")}`;
}

/** The `err` of a refused transaction, in the vendor's form. */
export function writeErrors(errors: readonly ImportError[]): string {
  const items = errors.map(
    ({ message, line, record }) =>
      `<error><message>${escapeXml(message)}</message><line>${line}</line><source>${escapeXml(writeSource(record))}</source></error>`,
  );
  return `<cash><errors>${items.join("")}</errors></cash>`;
}

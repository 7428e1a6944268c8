import type { ExportOptions } from "@/lib/connectors/export-settings";
import { assertNever } from "@/lib/assert";
import { oneLine } from "./normalise-text";
import type { ExportableWorkOrder } from "./exportable-work-order";

type Numbers = Pick<ExportableWorkOrder, "number" | "projectNumber" | "externalProjectNumber">;
type Format = ExportOptions["referenceFormat"];

/**
 * By which the document is found again: the whole work order number, from the second revision on with its number behind (`2026.1234-2`),
 * then the project the format asks for. Only the project is ever cut, by whole characters; a number that alone is too long stays whole and
 * is longer than `maxLength`, which `buildDocument` reports.
 * @param maxLength characters
 */
export function writeReference(workOrder: Numbers, format: Format, revision: number, maxLength: number): string {
  const head = referenceHead(workOrder.number, revision);
  const project = oneLine(projectOf(workOrder, format) ?? "");
  const room = maxLength - lengthOf(head) - 1;
  return `${head} ${[...project].slice(0, Math.max(room, 0)).join("")}`.trim();
}

/** The part that may never be cut. */
export function referenceHead(number: string, revision: number): string {
  return revision > 1 ? `${oneLine(number)}-${String(revision)}` : oneLine(number);
}

/** Characters as people count them, so that an emoji is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

function projectOf(workOrder: Numbers, format: Format): string | null {
  switch (format) {
    case "workOrder":
      return null;
    case "workOrderAndExternalProject":
      return workOrder.externalProjectNumber;
    case "workOrderAndProject":
      return workOrder.projectNumber;
    default:
      return assertNever(format);
  }
}

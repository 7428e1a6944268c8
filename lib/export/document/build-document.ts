import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import type { PricedLine, SalesDocument, SalesLine } from "@/lib/connectors/sales-document";
import { billLines } from "./billed-lines";
import type { DocumentCatalogue, DocumentTarget } from "./document-catalogue";
import { findDocumentProblems } from "./document-problems";
import type { ExportableWorkOrder } from "./exportable-work-order";
import { oneLine, textLines } from "./normalise-text";
import { partiesOf } from "./party";
import { totalLines } from "./totals";
import { lengthOf, writeReference } from "./write-reference";

export type BuiltDocument = { document: SalesDocument; problems: ExportProblem[]; warnings: ExportWarning[] };

/**
 * The sales document of a work order, in nobody's notation, with everything that makes it unsendable and everything that goes out otherwise
 * than it stands there. Pure: the same work order, settings and catalogue always give the same document, in the preview as in the export.
 * With problems the document is still the true picture of the work order, for the preview; it must not be sent.
 */
export function buildDocument(workOrder: ExportableWorkOrder, options: ExportOptions, catalogue: DocumentCatalogue, target: DocumentTarget): BuiltDocument {
  const { isKnown, ...parties } = partiesOf(workOrder);
  const { lines, leftOut } = billLines(workOrder, options, catalogue);
  const document: SalesDocument = {
    workOrderNumber: workOrder.number,
    revision: workOrder.revision,
    reference: target.reference ?? writeReference(workOrder, options.referenceFormat, workOrder.revision, target.referenceLength),
    date: workOrder.endDate ?? workOrder.workDate,
    workDays: workDaysOf(workOrder),
    ...parties,
    deliveryAddressCode: workOrder.deliveryAddressCode,
    description: describe(workOrder),
    lines: [...(options.hasWorkDescription ? descriptionLines(workOrder) : []), ...lines],
    leftOut,
    totals: totalLines(lines),
  };
  return {
    document,
    problems: findDocumentProblems({ document, isCustomerKnown: isKnown, catalogue, target }),
    warnings: [...referenceWarnings(workOrder, options, document.reference), ...priceWarnings(lines)],
  };
}

function workDaysOf({ workDate, endDate, periods }: ExportableWorkOrder): SalesDocument["workDays"] {
  const days = (periods.length > 0 ? periods.map(({ date }) => date) : [workDate, endDate ?? workDate]).toSorted();
  return { first: days[0] ?? workDate, last: days.at(-1) ?? workDate };
}

/** One line that says what was done. Never the internal description: that is not for the customer. */
function describe({ shortDescription, description, typeOfWork }: ExportableWorkOrder): string {
  return oneLine(shortDescription ?? "") || (textLines(description ?? "")[0] ?? oneLine(typeOfWork ?? ""));
}

function descriptionLines({ description }: ExportableWorkOrder): SalesLine[] {
  return textLines(description ?? "").map((text) => ({ type: "text", text }));
}

/** The project behind the number did not fit. A reference that was written under another format is not a cut one. */
function referenceWarnings(workOrder: ExportableWorkOrder, { referenceFormat }: ExportOptions, reference: string): ExportWarning[] {
  const whole = writeReference(workOrder, referenceFormat, workOrder.revision, Number.POSITIVE_INFINITY);
  const isCut = whole !== reference && whole.startsWith(reference);
  return isCut ? [{ code: "textCut", params: { field: "reference", length: lengthOf(reference), text: whole } }] : [];
}

function priceWarnings(lines: readonly PricedLine[]): ExportWarning[] {
  return lines.filter((line) => line.unitPrice === null).map((line) => ({ code: "priceMissing", params: { code: line.code }, position: line.position }));
}

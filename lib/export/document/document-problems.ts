import type { ExportProblem, ExportProblemCode } from "@/lib/connectors/export-problems";
import type { PricedLine, SalesDocument } from "@/lib/connectors/sales-document";
import { ExactDecimal } from "@/lib/money/exact-decimal";
import type { DocumentCatalogue, DocumentTarget } from "./document-catalogue";
import { lengthOf, referenceHead } from "./write-reference";

/** The first amount that no document holds: twelve digits before the point. */
const tooMuch = new ExactDecimal("1e12");

type Checked = { document: SalesDocument; isCustomerKnown: boolean; catalogue: DocumentCatalogue; target: DocumentTarget };
type Problem = Pick<ExportProblem, "code" | "params" | "position">;

/** Everything that makes a document unsendable, as far as it can be told without asking the vendor: all of it at once, in reading order. */
export function findDocumentProblems({ document, isCustomerKnown, catalogue, target }: Checked): ExportProblem[] {
  const lines = document.lines.filter((line) => line.type !== "text");
  const problems: Problem[] = [
    ...(isCustomerKnown ? [] : [problem("customerMissing")]),
    ...deliveryProblems(document, catalogue),
    ...referenceProblems(document, target),
    ...emptinessProblems(lines, document.leftOut),
    ...lines.flatMap((line) => lineProblems(line)),
    ...warehouseProblems(lines, catalogue),
    ...totalProblems(document),
  ];
  return problems.map((found) => nameWorkOrder(found, document, target.vendorName));
}

/** Every sentence names the work order and the vendor. */
export function nameWorkOrder(found: Problem, { workOrderNumber }: Pick<SalesDocument, "workOrderNumber">, vendorName: string): ExportProblem {
  return { ...found, params: { workOrder: workOrderNumber, vendor: vendorName, ...found.params } };
}

export function problem(code: ExportProblemCode, params: ExportProblem["params"] = {}, position?: number): Problem {
  return position === undefined ? { code, params } : { code, params, position };
}

function deliveryProblems({ deliveryAddressCode }: SalesDocument, { deliveryAddresses }: DocumentCatalogue): Problem[] {
  const isUnknown = deliveryAddressCode !== null && deliveryAddresses?.has(deliveryAddressCode) === false;
  return isUnknown ? [problem("deliveryAddressNotFound", { address: deliveryAddressCode })] : [];
}

function referenceProblems({ workOrderNumber, revision, reference }: SalesDocument, { referenceLength }: DocumentTarget): Problem[] {
  const isTooLong = lengthOf(referenceHead(workOrderNumber, revision)) > referenceLength;
  return isTooLong ? [problem("referenceTooLong", { reference, length: referenceLength })] : [];
}

function emptinessProblems(lines: readonly PricedLine[], leftOut: SalesDocument["leftOut"]): Problem[] {
  if (lines.length > 0) return [];
  return [problem(leftOut.length > 0 ? "nothingBillable" : "noLines")];
}

function lineProblems(line: PricedLine): Problem[] {
  const problems: Problem[] = [];
  if (line.type === "material" && new ExactDecimal(line.quantity).isZero()) problems.push(problem("materialQuantityZero", { material: line.code }, line.position));
  if (line.type === "hours" && line.billedMinutes <= 0) problems.push(problem("periodWithoutTime", { hourType: line.code }, line.position));
  // More than all of it would turn a charge into a credit without anybody having said so.
  if (new ExactDecimal(line.discount).greaterThan(100)) problems.push(problem("valueOutOfRange", { field: "discount", value: line.discount }, line.position));
  if (isTooMuch(line.net)) problems.push(problem("valueOutOfRange", { field: "net", value: line.net ?? "" }, line.position));
  return problems;
}

/** Once per warehouse, at its first line. */
function warehouseProblems(lines: readonly PricedLine[], { warehouses }: DocumentCatalogue): Problem[] {
  if (warehouses === null) return [];
  const unknown = new Map<string, number>();
  for (const line of lines) {
    if (line.type !== "material" || line.warehouseCode === null || warehouses.has(line.warehouseCode) || unknown.has(line.warehouseCode)) continue;
    unknown.set(line.warehouseCode, line.position);
  }
  return [...unknown].map(([warehouse, position]) => problem("warehouseNotFound", { warehouse }, position));
}

function totalProblems({ totals: { net, gross } }: SalesDocument): Problem[] {
  const value = [gross, net].find(isTooMuch);
  return value === undefined ? [] : [problem("valueOutOfRange", { field: "total", value })];
}

function isTooMuch(amount: string | null): boolean {
  return amount !== null && new ExactDecimal(amount).abs().greaterThanOrEqualTo(tooMuch);
}

import type { ExportOptions } from "@/lib/connectors/export-settings";
import type { PricedLine, SalesDocument } from "@/lib/connectors/sales-document";
import { writeDecimal } from "@/lib/money/exact-decimal";
import type { CatalogueHourType, DocumentCatalogue } from "./document-catalogue";
import type { ExportableMaterial, ExportablePeriod, ExportableWorkOrder } from "./exportable-work-order";
import { lineNet } from "./line-net";
import { oneLine } from "./normalise-text";
import { hoursOf, roundMinutes } from "./round-minutes";

export type BillingOptions = Pick<ExportOptions, "roundingMinutes" | "defaultWarehouse" | "lineSequence" | "hasPeriodRemark" | "defaultVatRate">;
type Lines = Pick<ExportableWorkOrder, "materials" | "periods">;
type Known = Pick<DocumentCatalogue, "materials" | "hourTypes">;
export type BilledLines = { lines: PricedLine[]; leftOut: SalesDocument["leftOut"] };

/**
 * What of a work order is billed, a line each, in the order of the settings; and the periods that stay out because their hour type is not
 * billable. An hour type that is not known here is billed: leaving its hours out would lose them without a word.
 */
export function billLines({ materials, periods }: Lines, options: BillingOptions, catalogue: Known): BilledLines {
  const isBilled = (period: ExportablePeriod) => catalogue.hourTypes.get(period.hourTypeCode)?.isBillable ?? true;
  const lines = [
    ...materials.map((material) => materialLine(material, options, catalogue)),
    ...periods.filter(isBilled).map((period) => hoursLine(period, options, catalogue)),
  ];
  const leftOut = periods.filter((period) => !isBilled(period)).toSorted(byPosition).map((period) => ({
    position: period.position, code: period.hourTypeCode, text: textOf(period, options, catalogue.hourTypes.get(period.hourTypeCode)), workedMinutes: period.totalMinutes,
  }));
  return { lines: putInSequence(lines, options.lineSequence), leftOut };
}

/** The price of the line, or else of the material; its own text, or else the material's name. */
function materialLine(material: ExportableMaterial, { defaultWarehouse, defaultVatRate }: BillingOptions, { materials }: Known): PricedLine {
  const known = materials.get(material.code);
  return {
    type: "material",
    position: material.position,
    code: material.code,
    text: oneLine(material.name) || oneLine(known?.name ?? "") || material.code,
    unit: material.unit ?? known?.unit ?? null,
    ...amountsOf(material.quantity, material.price ?? known?.price ?? null, material.discount, material.vatRate ?? known?.vatRate ?? defaultVatRate),
    warehouseCode: material.warehouseCode ?? defaultWarehouse,
  };
}

function hoursLine(period: ExportablePeriod, options: BillingOptions, { hourTypes }: Known): PricedLine {
  const known = hourTypes.get(period.hourTypeCode);
  const billedMinutes = roundMinutes(period.totalMinutes, options.roundingMinutes);
  return {
    type: "hours",
    position: period.position,
    code: period.hourTypeCode,
    text: textOf(period, options, known),
    unit: known?.unit ?? null,
    ...amountsOf(hoursOf(billedMinutes), known?.price ?? null, "0", known?.vatRate ?? options.defaultVatRate),
    workedMinutes: period.totalMinutes,
    billedMinutes,
  };
}

function textOf(period: ExportablePeriod, { hasPeriodRemark }: BillingOptions, known: CatalogueHourType | undefined): string {
  return (hasPeriodRemark && oneLine(period.remark ?? "")) || oneLine(known?.name ?? "") || period.hourTypeCode;
}

function amountsOf(quantity: string, price: string | null, discount: string, vatRate: string | null) {
  const amounts = { quantity: writeDecimal(quantity), unitPrice: price === null ? null : writeDecimal(price), discount: writeDecimal(discount) };
  return { ...amounts, vatRate: vatRate === null ? null : writeDecimal(vatRate), net: lineNet(amounts) };
}

/** Within materials and hours the lines always stand as they were entered. */
function putInSequence(lines: readonly PricedLine[], sequence: BillingOptions["lineSequence"]): PricedLine[] {
  const asEntered = lines.toSorted(byPosition);
  if (sequence === "asEntered") return asEntered;
  const first = sequence === "materialsFirst" ? "material" : "hours";
  return [...asEntered.filter((line) => line.type === first), ...asEntered.filter((line) => line.type !== first)];
}

function byPosition(one: { position: number }, other: { position: number }): number {
  return one.position - other.position;
}

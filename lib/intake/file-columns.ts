import { materialFields, periodFields } from "@/lib/api/posted-lines";
import { workOrderFields } from "@/lib/api/posted-work-order";

/** Where a column of the file goes: to the work order, to a material, or to a work period. */
export type FileColumn = { name: string; part: "order" | "material" | "period"; field: string };

/** The day of a period has the same name as that of the work order; in a table only one can have it. */
const periodColumnNames: Record<string, string> = { WorkDate: "PeriodDate" };

/** Every column a file may have: the field names of the API. */
export const fileColumns: readonly FileColumn[] = [
  ...Object.keys(workOrderFields).map((field) => ({ name: field, part: "order" as const, field })),
  ...Object.keys(materialFields).map((field) => ({ name: field, part: "material" as const, field })),
  ...Object.keys(periodFields).map((field) => ({ name: periodColumnNames[field] ?? field, part: "period" as const, field })),
];

const byName = new Map(fileColumns.map((column) => [column.name.toLowerCase(), column]));

/** The column of a heading, written in capitals or not; undefined for one that is not known. */
export function columnOf(heading: string): FileColumn | undefined {
  return byName.get(heading.trim().toLowerCase());
}

/** Columns for people, such as those we add to a file of wrong rows: not read. */
export function isRemark(heading: string): boolean {
  return heading.trim() === "" || heading.trim().startsWith("#");
}

/** The columns that hold decimals. */
export const decimalColumns = new Set(["MaterialQuantity", "MaterialPrice", "MaterialDiscount", "MaterialDiscountPercentage", "MaterialVAT"]);

import { csvLine } from "@/lib/csv/csv-line";
import { fileColumns } from "@/lib/intake/file-columns";

/** Other names of the same fields: read, but not offered. */
const otherNames = new Set(["CustomerContactPerson", "CustomerContactPersonInvoice", "MaterialNr", "MaterialDiscountPercentage", "MaterialWarehouseCode"]);

const workOrder = { WorkorderNo: "W-1001", CustomerDebtorNr: "10023", CustomerName: "Bakkerij Van Leeuwen", WorkDate: "20-11-2026", WorkEndDate: "20-11-2026", Status: "Complete" };

/** One row for each line: the first says what the work order is, the others repeat its number. */
const rows = (decimalMark: "," | "."): Record<string, string>[] => [
  { ...workOrder, MaterialCode: "4711", MaterialName: "Circulatiepomp 25-60", MaterialQuantity: "1", MaterialPrice: `289${decimalMark}00` },
  { WorkorderNo: workOrder.WorkorderNo, HourType: "MONT", BeginTime: "08:10", EndTime: "10:48", BreakTime: "0:15", EmployeeNr: "7", EmployeeName: "Sanne Bakker" },
];

/** An example of a file, with every column there can be. */
export function writeTemplate({ separator, decimalMark }: { separator: "," | ";"; decimalMark: "," | "." }): string {
  const names = fileColumns.map(({ name }) => name).filter((name) => !otherNames.has(name));
  return `\uFEFF${[names, ...rows(decimalMark).map((row) => names.map((name) => row[name] ?? ""))].map((line) => csvLine(line, separator)).join("")}`;
}

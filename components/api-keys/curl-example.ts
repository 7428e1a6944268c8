/** A work order as short as it can be and still be billed: one material, one period. */
const workOrder = {
  WorkorderNo: "W-1001",
  CustomerDebtorNr: "10023",
  CustomerName: "Bakkerij Van Leeuwen",
  WorkDate: "2026-11-20",
  ShortWorkDescription: "Circulatiepomp vervangen",
  Status: "Complete",
  WorkStatus: "1",
  Materials: [{ MaterialCode: "4711", MaterialQuantity: "1", MaterialPrice: "289.00" }],
  Workperiods: [{ BeginTime: "08:10", EndTime: "10:48", HourType: "MONT", EmployeeNr: "7" }],
};

/** A request for the command line, as it can be pasted into any shell of Linux and macOS. */
export function curlExample(address: string, key: string): string {
  const body = JSON.stringify(workOrder, null, 2).replaceAll("'", String.raw`'\''`);
  return [`curl ${address} \\`, `  -H 'Authorization: Bearer ${key}' \\`, `  -H 'Content-Type: application/json' \\`, `  -d '${body}'`].join("\n");
}

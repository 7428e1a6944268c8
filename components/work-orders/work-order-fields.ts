/** What a change may name, each with its word below `workOrders.field`. */
const workOrderFields = [
  "projectNumber", "externalProjectNumber", "deliveryAddressCode", "workDate", "endDate", "typeOfWork", "shortDescription", "description",
  "internalDescription", "lineOrder", "material", "period", "code", "name", "quantity", "unit", "price", "discount", "vatRate", "warehouseCode",
  "date", "beginMinute", "endMinute", "breakMinutes", "totalMinutes", "hourTypeCode", "employeeCode", "employeeName", "remark", "isTravel",
  "customerDebtorNumber", "invoiceDebtorNumber", "customerName", "invoiceName", "customerStreet", "invoiceStreet", "customerHouseNumber",
  "invoiceHouseNumber", "customerPostalCode", "invoicePostalCode", "customerCity", "invoiceCity", "customerCountryCode", "invoiceCountryCode",
  "customerContact", "invoiceContact", "customerPhone", "invoicePhone", "customerEmail", "invoiceEmail",
] as const;
type WorkOrderField = (typeof workOrderFields)[number];

export function isWorkOrderField(name: string): name is WorkOrderField {
  return workOrderFields.some((field) => field === name);
}

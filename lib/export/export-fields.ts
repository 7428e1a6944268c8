/** What a problem or a warning may name, each with its word below `exports.field`. */
const exportFields = [
  "name", "street", "houseNumber", "postalCode", "city", "country", "countryCode", "contact", "phone", "email", "debtorNumber", "customer", "invoiceCustomer", "deliveryAddress",
  "date", "reference", "description", "text", "code", "unit", "quantity", "price", "discount", "net", "vatRate", "warehouse", "lines", "total", "article",
] as const;
export type ExportField = (typeof exportFields)[number];

export function isExportField(name: unknown): name is ExportField {
  return exportFields.some((field) => field === name);
}

/** What a vendor may refuse a value of, each with its word below `exports.record`. */
const exportRecords = ["relation", "customer", "deliveryAddress", "article", "warehouse", "employee", "salesOrder", "orderLine"] as const;

export function isExportRecord(name: unknown): name is (typeof exportRecords)[number] {
  return exportRecords.some((record) => record === name);
}

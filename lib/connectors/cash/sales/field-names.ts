import type { FieldMap } from "../field-map";

/** What people call a record (below `exports.record`) and its fields (below `exports.field`). */
type Named = { record: string; fields: ReadonlyMap<string, string> };

/** The names by the four digits of the record. */
function nameRecords(map: FieldMap): ReadonlyMap<string, Named> {
  const address: [string, string][] = [
    [map.relationName, "name"], [map.relationSearchName, "name"], [map.relationAttention, "contact"], [map.relationAddress, "street"], [map.relationStreet, "street"], [map.relationHouseNumber, "houseNumber"],
    [map.relationPostalCodeAndCity, "postalCode"], [map.relationPostalCode, "postalCode"], [map.relationCity, "city"], [map.relationCountry, "country"],
    [map.relationCountryCode, "countryCode"], [map.relationPhone, "phone"], [map.relationEmail, "email"],
  ];
  const records: [string, string, [string, string][]][] = [
    [map.relationRecord, "relation", [[map.relationNumber, "debtorNumber"], ...address]],
    [map.customerRecord, "customer", [[map.customerRelation, "debtorNumber"]]],
    [map.deliveryAddressRecord, "deliveryAddress", [[map.deliveryAddressRelation, "debtorNumber"], [map.deliveryAddressSerial, "code"], [map.deliveryAddressDescription, "description"], ...address]],
    [map.articleRecord, "article", [
      [map.articleCode, "code"], [map.articleDescription, "name"], [map.articleSearchName, "name"], [map.articlePrice, "price"], [map.articleUnit, "unit"], [map.articleVatCode, "vatRate"],
    ]],
    [map.warehouseRecord, "warehouse", [[map.warehouseCode, "code"], [map.warehouseName, "name"]]],
    [map.employeeRecord, "employee", [[map.employeeCode, "code"], [map.employeeName, "name"]]],
    [map.orderRecord, "salesOrder", [
      [map.orderDate, "date"], [map.orderReference, "reference"], [map.orderCustomer, "customer"], [map.orderInvoiceRelation, "invoiceCustomer"], [map.orderDeliveryAddress, "deliveryAddress"],
      [map.orderDescription, "description"], [map.orderMoreDescription, "description"],
    ]],
    [map.orderLineRecord, "orderLine", [
      [map.orderLineArticle, "article"], [map.orderLineText, "text"], [map.orderLineQuantity, "quantity"], [map.orderLinePrice, "price"], [map.orderLineDiscount, "discount"],
      [map.orderLineWarehouse, "warehouse"],
    ]],
  ];
  return new Map(records.map(([number, record, fields]) => [number.slice(1), { record, fields: new Map(fields.map(([field, name]) => [field.slice(1), name])) }]));
}

/**
 * What people call the field of a record; Cash's own number where there is no word for it.
 * @param table four digits of the record; null: not known
 * @param field four digits
 */
export function nameField(table: string | null, field: string, fieldMap: FieldMap): { record: string; field: string } {
  const named = table === null ? undefined : nameRecords(fieldMap).get(table);
  return { record: named?.record ?? table ?? "", field: named?.fields.get(field) ?? field };
}

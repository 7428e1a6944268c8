import type { RecordKind } from "@/lib/connectors/record-kinds";

type ContentValue = string | number | null;
/** Normalised content of any kind, by field name. */
export type Content = Readonly<Record<string, ContentValue>>;

export type Column = { name: string; field: string; type: "text" | "integer" | "numeric" | "uuid" };

/** Where the records of a kind are kept, and what makes one unique there. */
export type RecordTable = {
  table: string;
  /** The field by which a record of the vendor finds one that is here already. */
  keyField: string;
  keyColumn: string;
  /** The column within which the key is unique. */
  scopeColumn: "account_id" | "relation_id";
  columns: readonly Column[];
};

const toColumnName = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columnsOf = (type: Column["type"], ...fields: string[]): Column[] => fields.map((field) => ({ name: toColumnName(field), field, type }));

/** What the vendor does not know (hour types' `billable`) is no column here, so that no import can overwrite it. */
export const recordTables: Readonly<Record<RecordKind, RecordTable>> = {
  relations: {
    table: "relation",
    keyField: "debtorNumber",
    keyColumn: "debtor_number",
    scopeColumn: "account_id",
    columns: [
      ...columnsOf("text", "debtorNumber", "name", "searchName", "attention", "street", "postalCode", "city", "countryCode", "country"),
      ...columnsOf("text", "phone", "mobile", "email", "vatNumber", "chamberNumber"),
      ...columnsOf("integer", "paymentTerm"),
    ],
  },
  deliveryAddresses: {
    table: "delivery_address",
    keyField: "code",
    keyColumn: "code",
    scopeColumn: "relation_id",
    columns: [
      // The vendor names the relation by its external id; before writing it is replaced by ours.
      { name: "relation_id", field: "relation", type: "uuid" },
      ...columnsOf("text", "code", "description", "name", "attention", "street", "postalCode", "city", "countryCode", "country", "phone"),
    ],
  },
  contacts: {
    table: "contact",
    keyField: "code",
    keyColumn: "code",
    scopeColumn: "relation_id",
    columns: [
      { name: "relation_id", field: "relation", type: "uuid" },
      ...columnsOf("text", "code", "name", "department", "phone", "mobile", "email", "street", "postalCode", "city", "countryCode"),
    ],
  },
  categories: { table: "category", keyField: "code", keyColumn: "code", scopeColumn: "account_id", columns: columnsOf("text", "code", "name", "description") },
  materials: {
    table: "material",
    keyField: "code",
    keyColumn: "code",
    scopeColumn: "account_id",
    columns: [
      ...columnsOf("text", "code", "name", "searchName", "group", "unit", "vatCode", "type"),
      ...columnsOf("numeric", "price", "vatRate", "stock"),
    ],
  },
  hourTypes: {
    table: "hour_type",
    keyField: "code",
    keyColumn: "code",
    scopeColumn: "account_id",
    columns: [...columnsOf("text", "code", "name", "unit", "vatCode"), ...columnsOf("numeric", "price", "vatRate")],
  },
  warehouses: { table: "warehouse", keyField: "code", keyColumn: "code", scopeColumn: "account_id", columns: columnsOf("text", "code", "name") },
  employees: { table: "employee", keyField: "code", keyColumn: "code", scopeColumn: "account_id", columns: columnsOf("text", "code", "name", "email") },
};

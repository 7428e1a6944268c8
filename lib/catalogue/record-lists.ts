import { z } from "zod";
import { categoryName } from "@/lib/catalogue/category-name";
import type { ListDefinition } from "@/lib/catalogue/list-records";

const base = { id: z.uuid(), name: z.string(), active: z.boolean(), isEdited: z.boolean() };
/** A decimal as PostgreSQL writes it: text, never a float. */
const decimal = z.string().nullable();
const text = z.string().nullable();

/** Whether a person has changed a field here that the vendor has otherwise. */
const isEdited = (table: string) => `EXISTS (SELECT FROM local_edit edit WHERE edit.local_id = ${table}.id) AS "isEdited"`;

const byName = `plain_text(name) COLLATE "C"`;
const byCode = `natural_order(code) COLLATE "C"`;

const relationRow = z.object({ ...base, number: z.string(), city: z.string(), street: z.string(), postalCode: z.string(), countryCode: text, email: text, phone: text });
export type RelationRow = z.infer<typeof relationRow>;

export const relationList = {
  table: "relation",
  select: `name, active, debtor_number AS number, street, postal_code AS "postalCode", city, country_code AS "countryCode", email,
    coalesce(phone, mobile) AS phone, ${isEdited("relation")}`,
  sorts: { name: byName, number: `natural_order(debtor_number) COLLATE "C"`, city: `plain_text(city) COLLATE "C"` },
  row: relationRow,
} as const satisfies ListDefinition<RelationRow, "name" | "number" | "city">;

const contactRow = z.object({ ...base, relationId: z.uuid(), relationName: z.string(), department: text, phone: text, email: text });
export type ContactRow = z.infer<typeof contactRow>;

const ofRelation = (column: string) => `(SELECT ${column} FROM relation WHERE relation.id = contact.relation_id)`;

export const contactList = {
  table: "contact",
  select: `name, active, relation_id AS "relationId", ${ofRelation("relation.name")} AS "relationName", department, coalesce(phone, mobile) AS phone, email, ${isEdited("contact")}`,
  sorts: { name: byName, relation: `${ofRelation("plain_text(relation.name)")} COLLATE "C"` },
  row: contactRow,
} as const satisfies ListDefinition<ContactRow, "name" | "relation">;

const categoryRow = z.object({ ...base, number: z.string(), description: text });
export type CategoryRow = z.infer<typeof categoryRow>;

export const categoryList = {
  table: "category",
  select: `name, active, code AS number, description, ${isEdited("category")}`,
  sorts: { name: byName, number: byCode },
  row: categoryRow,
} as const satisfies ListDefinition<CategoryRow, "name" | "number">;

const materialRow = z.object({ ...base, number: z.string(), group: text, type: text, unit: text, price: decimal, stock: decimal });
export type MaterialRow = z.infer<typeof materialRow>;

export const materialList = {
  table: "material",
  select: `name, active, code AS number, coalesce(${categoryName}, "group") AS "group", type, unit, price, stock, ${isEdited("material")}`,
  sorts: { name: byName, number: byCode },
  row: materialRow,
} as const satisfies ListDefinition<MaterialRow, "name" | "number">;

const hourTypeRow = z.object({ ...base, number: z.string(), unit: text, price: decimal, billable: z.boolean() });
export type HourTypeRow = z.infer<typeof hourTypeRow>;

export const hourTypeList = {
  table: "hour_type",
  select: `name, active, code AS number, unit, price, billable, ${isEdited("hour_type")}`,
  sorts: { name: byName, number: byCode },
  row: hourTypeRow,
} as const satisfies ListDefinition<HourTypeRow, "name" | "number">;

const warehouseRow = z.object({ ...base, number: z.string() });
export type WarehouseRow = z.infer<typeof warehouseRow>;

export const warehouseList = {
  table: "warehouse",
  select: `name, active, code AS number, ${isEdited("warehouse")}`,
  sorts: { name: byName, number: byCode },
  row: warehouseRow,
} as const satisfies ListDefinition<WarehouseRow, "name" | "number">;

const employeeRow = z.object({ ...base, number: z.string(), email: text });
export type EmployeeRow = z.infer<typeof employeeRow>;

export const employeeList = {
  table: "employee",
  select: `name, active, code AS number, email, ${isEdited("employee")}`,
  sorts: { name: byName, number: byCode },
  row: employeeRow,
} as const satisfies ListDefinition<EmployeeRow, "name" | "number">;

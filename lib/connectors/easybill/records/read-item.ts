import { z } from "zod";
import { failRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import { joinLines } from "./text";

type Failed = Extract<SourceRecord, { outcome: "fail" }>;
export type ReadItem<Item> = { ok: true; item: Item } | { ok: false; record: Failed };

/** EasyBill's names of fields that have another one here. */
const fieldNames: Readonly<Record<string, string>> = {
  number: "code", company_name: "name", first_name: "name", last_name: "name", zip_code: "postalCode", country: "countryCode", phone_1: "phone", phone_2: "phone",
  emails: "email", vat_identifier: "vatNumber", court_registry_number: "chamberNumber", due_in_days: "paymentTerm", grace_period: "paymentTerm",
  sale_price: "price", vat_percent: "vatRate", group_id: "group", stock_count: "stock",
};

const recognisable = z.looseObject({
  id: z.union([z.int(), z.string().min(1)]).transform(String).nullish().catch(null),
  number: z.string().nullish().catch(null),
  company_name: z.string().nullish().catch(null),
  first_name: z.string().nullish().catch(null),
  last_name: z.string().nullish().catch(null),
  name: z.string().nullish().catch(null),
  description: z.string().nullish().catch(null),
});

/**
 * One record of a list by its shape. One that breaks it becomes a record that says so, under its id where it has one, so that it
 * never stops the others.
 */
export function readItem<Item>(schema: z.ZodType<Item>, item: unknown): ReadItem<Item> {
  const parsed = schema.safeParse(item);
  if (parsed.success) return { ok: true, item: parsed.data };
  const [issue] = parsed.error.issues;
  const path = String(issue?.path[0] ?? "");
  const known = recognisable.safeParse(item);
  const { id, company_name, first_name, last_name, name, description } = known.success ? known.data : {};
  const label = name ?? description ?? joinLines([company_name]) ?? joinLines([first_name, last_name]) ?? "";
  return { ok: false, record: failRecord({ externalId: id ?? "?", label }, { name: fieldNames[path] ?? path, value: valueAt(item, path) }, issue?.message ?? "") };
}

function valueAt(item: unknown, field: string): string {
  const record = z.record(z.string(), z.unknown()).safeParse(item);
  const value = record.success ? record.data[field] : item;
  return value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

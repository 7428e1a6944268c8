import { z } from "zod";
import { listRecords, type ListDefinition } from "@/lib/catalogue/list-records";
import type { Database } from "@/lib/db";
import { readPosition } from "@/lib/paging/list-request";
import { splitStreet } from "@/lib/pick/split-street";
import type { Pick, PickKind, PickOf, PickPage } from "@/lib/pick/picks";

/** Rows at a time. */
const size = 20;

const text = z.string().nullable();
const base = { id: z.uuid(), code: z.string(), name: z.string() };
const byName = `plain_text(name) COLLATE "C"`;
const byCode = (column: string) => `natural_order(${column}) COLLATE "C"`;

type Definition<Kind extends PickKind> = ListDefinition<PickOf[Kind], "name" | "code">;

const relations: Definition<"relations"> = {
  table: "relation",
  select: `debtor_number AS code, name, street, postal_code AS "postalCode", city, country_code AS "countryCode", attention AS contact, coalesce(phone, mobile) AS phone, email`,
  sorts: { name: byName, code: byCode("debtor_number") },
  row: z
    .object({ ...base, street: z.string(), postalCode: z.string(), city: z.string(), countryCode: text, contact: text, phone: text, email: text })
    .transform(({ id, code, name, street, ...place }) => ({ id, code, name, detail: `${street}, ${place.city}`, party: { debtorNumber: code, name, ...splitStreet(street), ...place } })),
};

const materials: Definition<"materials"> = {
  table: "material",
  select: "code, name, unit, price::text AS price",
  sorts: { name: byName, code: byCode("code") },
  row: z.object({ ...base, unit: text, price: text }).transform(({ price, ...pick }) => ({ ...pick, price: price && withoutZeros(price), detail: null })),
};

const hourTypes: Definition<"hourTypes"> = {
  table: "hour_type",
  select: "code, name, billable",
  sorts: { name: byName, code: byCode("code") },
  row: z.object({ ...base, billable: z.boolean() }).transform(({ billable, ...pick }) => ({ ...pick, detail: null, isBillable: billable })),
};

const plain = (table: "employee" | "warehouse"): ListDefinition<Pick, "name" | "code"> => ({
  table,
  select: "code, name",
  sorts: { name: byName, code: byCode("code") },
  row: z.object(base).transform((pick) => ({ ...pick, detail: null })),
});

type ListedKind = Exclude<PickKind, "addresses">;

const definitions: { [Kind in ListedKind]: Definition<Kind> } = { relations, materials, hourTypes, employees: plain("employee"), warehouses: plain("warehouse") };

type Asked<Kind extends ListedKind> = { accountId: string; kind: Kind; search: string; after: string };

/**
 * The active records that what was typed may mean, a few at a time: by code when it begins like one, so that the code typed in
 * full comes first, else by name.
 */
export async function listPicks<Kind extends ListedKind>(db: Database, { accountId, kind, search, after }: Asked<Kind>): Promise<PickPage<Kind>> {
  const definition: Definition<Kind> = definitions[kind];
  const sort = /^\d/.test(search) ? "code" : "name";
  const page = await listRecords<PickOf[Kind], "name" | "code">(db, definition, { accountId, state: "active", search, sort, direction: "ascending", position: readPosition({ after }), size });
  return { picks: page.rows, after: page.after };
}

/** The delivery addresses of a relation. They are few, so there are no pages. */
export async function listAddressPicks({ prisma }: Database, { accountId, relation, search }: { accountId: string; relation: string; search: string }): Promise<PickPage<"addresses">> {
  const rows = await prisma.deliveryAddress.findMany({
    where: { accountId, active: true, relation: { accountId, debtorNumber: relation } },
    orderBy: { code: "asc" },
    select: { id: true, code: true, description: true, name: true, street: true, city: true },
  });
  const picks = rows.map(({ id, code, description, name, street, city }) => ({ id, code, name: description ?? name ?? street ?? code, detail: [street, city].filter(Boolean).join(", ") || null }));
  const wanted = search.toLowerCase();
  return { picks: picks.filter((pick) => [pick.code, pick.name, pick.detail].some((part) => part?.toLowerCase().includes(wanted))), after: null };
}

/** 17.9500 as 17.95, 12.0000 as 12. */
function withoutZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

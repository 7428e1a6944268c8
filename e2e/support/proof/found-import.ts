import type { Database } from "@/lib/db";
import { recordKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import type { ConnectedAccount } from "./connect-demo-account";
import type { ExpectedKind } from "./expected-import";

const tableOf: Record<RecordKind, string> = {
  relations: "relation",
  deliveryAddresses: "delivery_address",
  contacts: "contact",
  categories: "category",
  materials: "material",
  hourTypes: "hour_type",
  warehouses: "warehouse",
  employees: "employee",
};

/** What stands in the database after an import, in the words of {@link ExpectedKind}, and how it hangs together. */
export type FoundKind = Omit<ExpectedKind, "read"> & { active: number; links: number; linksWithoutRecord: number };

export async function countImported(db: Database, { accountId, connectionId }: ConnectedAccount): Promise<Record<RecordKind, FoundKind>> {
  const found = await Promise.all(recordKinds.map(async (kind) => [kind, await countKind(db, kind, accountId, connectionId)] as const));
  const byKind = new Map(found);
  const of = (kind: RecordKind): FoundKind => byKind.get(kind) ?? { imported: 0, active: 0, links: 0, linksWithoutRecord: 0, leftOut: {} };
  return {
    relations: of("relations"),
    deliveryAddresses: of("deliveryAddresses"),
    contacts: of("contacts"),
    categories: of("categories"),
    materials: of("materials"),
    hourTypes: of("hourTypes"),
    warehouses: of("warehouses"),
    employees: of("employees"),
  };
}

async function countKind({ pool }: Database, kind: RecordKind, accountId: string, connectionId: string): Promise<FoundKind> {
  const table = tableOf[kind];
  const count = async (text: string) => (await pool.query<{ count: number }>(text, [accountId, connectionId, kind])).rows[0]?.count ?? 0;
  const links = "FROM external_link link WHERE link.account_id = $1 AND link.connection_id = $2 AND link.kind = $3::record_kind";
  const whole = "AND $2::uuid IS NOT NULL AND $3::text IS NOT NULL";
  const { rows: reasons } = await pool.query<{ reason: string; count: number }>(
    "SELECT reason, count(*)::int AS count FROM skipped_record WHERE account_id = $1 AND connection_id = $2 AND kind = $3::record_kind GROUP BY reason",
    [accountId, connectionId, kind],
  );
  return {
    imported: await count(`SELECT count(*)::int FROM ${table} WHERE account_id = $1 ${whole}`),
    active: await count(`SELECT count(*)::int FROM ${table} WHERE account_id = $1 AND active ${whole}`),
    links: await count(`SELECT count(DISTINCT link.local_id)::int AS count ${links}`),
    linksWithoutRecord: await count(`SELECT count(*)::int ${links} AND NOT EXISTS (SELECT FROM ${table} record WHERE record.id = link.local_id AND record.account_id = $1)`),
    leftOut: Object.fromEntries(reasons.map(({ reason, count: times }) => [reason, times])),
  };
}

/** What {@link countImported} finds when everything is as it must be: reasons that nothing has are not there at all. */
export function foundWhenCorrect(expected: Record<RecordKind, ExpectedKind>): Record<RecordKind, FoundKind> {
  const of = ({ imported, leftOut }: ExpectedKind): FoundKind => ({
    imported,
    active: imported,
    links: imported,
    linksWithoutRecord: 0,
    leftOut: Object.fromEntries(Object.entries(leftOut).filter(([, times]) => times > 0)),
  });
  const { relations, deliveryAddresses, contacts, categories, materials, hourTypes, warehouses, employees } = expected;
  return {
    relations: of(relations),
    deliveryAddresses: of(deliveryAddresses),
    contacts: of(contacts),
    categories: of(categories),
    materials: of(materials),
    hourTypes: of(hourTypes),
    warehouses: of(warehouses),
    employees: of(employees),
  };
}

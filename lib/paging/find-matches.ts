import type { Database } from "@/lib/db";
import type { Conditions } from "@/lib/paging/read-page";
import { withIndexScan } from "@/lib/paging/index-scan";

/** Up to here the matches of a search are handled one by one; of more, a page is found soon on the way through the list. */
const few = 1_000;

/** `ids` where there are few: the page is then chosen among them. */
export type Matches = { total: number; ids: string[] | null };

/** Which records a search means, from its index alone. */
export function findMatches(db: Database, table: string, { where, values }: Conditions): Promise<Matches> {
  return withIndexScan(db, async (client) => {
    const ids = await readFew(client, table, where, values);
    return ids ? { total: ids.length, ids } : { total: await countWith(client, table, where, values), ids: null };
  });
}

/** The same where nobody asks how many they are: null for many. */
export function findFew(db: Database, table: string, { where, values }: Conditions): Promise<string[] | null> {
  return withIndexScan(db, (client) => readFew(client, table, where, values));
}

/** How many records meet the conditions. */
export function countRecords(db: Database, table: string, { where, values }: Conditions): Promise<number> {
  return withIndexScan(db, (client) => countWith(client, table, where, values));
}

type Client = Parameters<Parameters<typeof withIndexScan>[1]>[0];

async function readFew(client: Client, table: string, where: string, values: unknown[]): Promise<string[] | null> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${table} WHERE ${where} LIMIT ${few + 1}`, values);
  return rows.length <= few ? rows.map((row) => row.id) : null;
}

async function countWith(client: Client, table: string, where: string, values: unknown[]): Promise<number> {
  const { rows } = await client.query<{ total: number }>(`SELECT count(*)::int AS total FROM ${table} WHERE ${where}`, values);
  return rows[0]?.total ?? 0;
}

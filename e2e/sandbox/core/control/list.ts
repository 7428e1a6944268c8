import { setImmediate as nextTurn } from "node:timers/promises";

/** Which of a table's records are wanted. */
interface Wanted {
  /** Any part of any value, without regard to case. */
  readonly search: string;
  readonly order: "table" | "latest";
  readonly offset: number;
  readonly limit: number;
}

/** Records looked at before other requests get a turn. */
const recordsPerTurn = 2000;

/**
 * A page of records, and how many match in all.
 * @param textOf what is searched in a record.
 */
export async function listPage<Item>(records: Iterable<Item>, { search, order, offset, limit }: Wanted, textOf: (record: Item) => string): Promise<{ total: number; rows: Item[] }> {
  const wanted = search.trim().toLowerCase();
  const rows: Item[] = [];
  let seen = 0;
  let total = 0;
  for (const record of order === "latest" ? [...records].reverse() : records) {
    seen += 1;
    if (seen % recordsPerTurn === 0) await nextTurn();
    if (wanted !== "" && !textOf(record).toLowerCase().includes(wanted)) continue;
    if (total >= offset && rows.length < limit) rows.push(record);
    total += 1;
  }
  return { total, rows };
}

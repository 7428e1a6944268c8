import type { Database } from "@/lib/db";
import { encodeCursor, type ListPosition } from "@/lib/paging/list-request";

/** Rows on a page. */
const pageSize = 50;

export type Page<Row> = {
  rows: Row[];
  /** For the address of the neighbouring pages; null where there is none. */
  before: string | null;
  after: string | null;
};

/** Conditions joined by AND, with their values as `$1`, `$2`, …, in the order they are added. */
export class Conditions {
  readonly #texts: string[] = [];
  readonly values: unknown[] = [];

  /** Adds a condition; `?` stands for the next value. */
  add(text: string, ...values: unknown[]): this {
    let next = 0;
    this.#texts.push(text.replaceAll("?", () => this.parameter(values[next++])));
    return this;
  }

  /** Adds a value that stands elsewhere in the statement, and returns its `$n`. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  get where(): string {
    return this.#texts.join(" AND ");
  }
}

/** Every word of a search must occur in the text somewhere, capitals and accents aside. */
export function addSearch(conditions: Conditions, column: string, search: string): void {
  for (const word of searchedWords(search)) conditions.add(`${column} LIKE '%' || plain_text(?) || '%'`, word);
}

/** The words of a search as patterns of LIKE: what means something there stands for itself. */
export function searchedWords(search: string): string[] {
  return search.split(/\s+/).filter(Boolean).slice(0, 8).map((word) => word.replace(/[\\%_]/g, "\\$&"));
}

type PageOptions<Row> = {
  /** Table or join; `id` must be a column of it. */
  from: string;
  /** What a row consists of: `name, city`. */
  select: string;
  /** SQL expression of the sort value; never null. Rows of equal value follow their id. */
  sortBy: string;
  descending: boolean;
  conditions: Conditions;
  position: ListPosition;
  parse: (row: unknown) => Row;
  size?: number;
};

/**
 * Reads one page by key: it starts behind (or before) the last record of the page before, not at a number of rows, so that
 * page one thousand is as fast as page one and nothing is shown twice while records come and go.
 */
export async function readPage<Row extends { id: string }>(db: Database, options: PageOptions<Row>): Promise<Page<Row>> {
  const { from, select, sortBy, conditions, position, parse, size = pageSize } = options;
  const backwards = position.at === "before";
  const descends = options.descending !== backwards;
  if (position.at !== "start") conditions.add(`(${sortBy}, id) ${descends ? "<" : ">"} (?, ?::uuid)`, ...position.cursor);
  const order = descends ? "DESC" : "ASC";
  const { rows } = await db.pool.query<{ sort_value: string }>(
    `SELECT id, (${sortBy})::text AS sort_value, ${select} FROM ${from} WHERE ${conditions.where} ORDER BY ${sortBy} ${order}, id ${order} LIMIT ${size + 1}`,
    conditions.values,
  );
  const hasMore = rows.length > size;
  const kept = rows.slice(0, size).map((row) => ({ row: parse(row), sortValue: row.sort_value }));
  if (backwards) kept.reverse();
  const cursorOf = (entry: (typeof kept)[number] | undefined) => (entry ? encodeCursor([entry.sortValue, entry.row.id]) : null);
  return {
    rows: kept.map((entry) => entry.row),
    before: (backwards ? hasMore : position.at === "after") ? cursorOf(kept[0]) : null,
    after: backwards || hasMore ? cursorOf(kept.at(-1)) : null,
  };
}

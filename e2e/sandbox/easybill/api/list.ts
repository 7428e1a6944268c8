import type { Table } from "../data/table";
import type { Query } from "./query";

export interface Page<Item> {
  readonly page: number;
  readonly pages: number;
  readonly limit: number;
  readonly total: number;
  readonly items: readonly Item[];
}

interface Slice {
  readonly page: number;
  readonly limit: number;
}

export function readSlice(query: Query): Slice {
  return { page: query.integer("page", 1, Number.MAX_SAFE_INTEGER), limit: query.integer("limit", 100, 1000) };
}

/** A page of these entries; only what stands on it is made. */
export function paginate<Entry, Item>(entries: Iterable<Entry>, { page, limit }: Slice, make: (entry: Entry) => Item, emptyListPages: number): Page<Item> {
  const items: Item[] = [];
  const first = (page - 1) * limit;
  let total = 0;
  for (const entry of entries) {
    if (total >= first && items.length < limit) items.push(make(entry));
    total += 1;
  }
  return { page, pages: total === 0 ? emptyListPages : Math.ceil(total / limit), limit, total, items };
}

function* those<Item>(items: Iterable<Item>, matches: (item: Item) => boolean): Generator<Item> {
  for (const item of items) if (matches(item)) yield item;
}

/** A page of a table, ascending by id. Without a filter nothing but the page itself is generated. */
export function listTable<Item extends { readonly id: number }, Shown>(
  table: Table<Item>,
  matches: ((item: Item) => boolean) | undefined,
  slice: Slice,
  present: (item: Item) => Shown,
  emptyListPages: number,
): Page<Shown> {
  if (matches !== undefined) return paginate(those(table.records(), matches), slice, present, emptyListPages);
  const { items, ...page } = paginate(table.ids(), slice, (id) => table.get(id), emptyListPages);
  return { ...page, items: items.flatMap((item) => (item === undefined ? [] : [present(item)])) };
}

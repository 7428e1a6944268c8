import type { Query } from "./query";

type Value = string | number | null | undefined;

/** Decides whether a record matches the wanted values of one filter. */
export type Filter<Item> = (item: Item, wanted: readonly string[]) => boolean;

/** One of the wanted values is the record's, or one of the record's. */
export function equals<Item>(read: (item: Item) => Value | readonly string[]): Filter<Item> {
  return (item, wanted) => {
    const value = read(item);
    if (Array.isArray(value)) return value.some((one) => wanted.includes(one));
    return value === null || value === undefined ? wanted.includes("null") : wanted.includes(String(value));
  };
}

/** A day, or two days between which the record's lies; of a moment the day counts. `null` finds what has none. */
export function between<Item>(read: (item: Item) => string | null | undefined): Filter<Item> {
  return (item, wanted) => {
    const day = read(item)?.slice(0, 10);
    const [from, to = from] = wanted;
    if (day === undefined || from === undefined || to === undefined) return from === "null" && day === undefined;
    return day >= from.slice(0, 10) && day <= to.slice(0, 10);
  };
}

export function isFlag<Item>(read: (item: Item) => boolean): Filter<Item> {
  return (item, wanted) => wanted.includes(read(item) ? "1" : "0");
}

/** The filters that are used, as one question about a record; undefined when none is. Names that are not filters are ignored. */
export function matcher<Item>(filters: Readonly<Record<string, Filter<Item>>>, query: Query): ((item: Item) => boolean) | undefined {
  const used = Object.entries(filters).flatMap(([name, filter]) => {
    const wanted = query.values(name);
    return wanted === undefined ? [] : [(item: Item) => filter(item, wanted)];
  });
  return used.length === 0 ? undefined : (item) => used.every((matches) => matches(item));
}

import { z } from "zod";

/** Where a page of a list begins: the sort value and id of the record it follows or precedes. */
const cursor = z.tuple([z.string().max(2_000), z.uuid()]);
export type Cursor = z.infer<typeof cursor>;

export type ListPosition = { at: "start" } | { at: "after" | "before"; cursor: Cursor };

/** What a list was asked for, as it stands in the page's address. */
export type ListRequest<Sort extends string> = {
  /** What was typed; empty for everything. */
  search: string;
  sort: Sort;
  direction: "ascending" | "descending";
  position: ListPosition;
};

export type SearchParams = Record<string, string | string[] | undefined>;

/** The first value of a parameter, trimmed; empty where there is none. */
export function parameterOf(parameters: SearchParams, name: string): string {
  const value = parameters[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim();
}

/** Reads a page's address. What makes no sense counts as not given: people edit addresses, and links grow old. */
export function readListRequest<Sort extends string>(parameters: SearchParams, sorts: readonly [Sort, ...Sort[]]): ListRequest<Sort> {
  const wanted = parameterOf(parameters, "sort");
  const sort = sorts.find((name) => name === wanted.replace(/^-/, "")) ?? sorts[0];
  return {
    search: parameterOf(parameters, "search").slice(0, 200),
    sort,
    direction: wanted === `-${sort}` ? "descending" : "ascending",
    position: readPosition(parameters),
  };
}

/** Where a page begins, from the cursors in its address. */
export function readPosition(parameters: SearchParams): ListPosition {
  for (const at of ["after", "before"] as const) {
    const found = decodeCursor(parameterOf(parameters, at));
    if (found) return { at, cursor: found };
  }
  return { at: "start" };
}

export function encodeCursor(value: Cursor): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decodeCursor(text: string): Cursor | null {
  if (text === "") return null;
  try {
    return cursor.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8"))).data ?? null;
  } catch {
    // Not one of ours: the list begins at the start.
    return null;
  }
}

import { z } from "zod";
import type { Cursor } from "@/lib/connectors/connector";
import { recordKinds } from "@/lib/connectors/record-kinds";
import type { ListPage } from "../read-list";

/**
 * Items at the end of a page whose ids are remembered: when records are added in front while the list is read, they come once more at
 * the beginning of the next page. They are no duplicates.
 */
const rememberedItems = 100;

const placeSchema = z.object({
  /** The page that is read next. */
  page: z.int().min(1),
  /** Of which kinds before this one were handed over already; null: of none. */
  part: z.enum(recordKinds).nullable(),
  /** What the list said of its length at first; null: it was not asked yet. */
  total: z.int().nullable(),
  /** It has said so on every page. */
  isSteady: z.boolean(),
  lastIds: z.array(z.string()),
  isOver: z.boolean(),
  /** What was found out before the first page, in the notation of whoever reads the list. */
  aside: z.json(),
});

/** Where reading a list stands; what goes between two steps of a run. */
export type ListPlace = Omit<z.infer<typeof placeSchema>, "aside"> & { aside: Cursor };

/** The place a pass goes on from; null: it begins. */
export function readPlace(resume: Cursor): ListPlace | null {
  const place = placeSchema.safeParse(resume);
  return place.success ? place.data : null;
}

export function firstPlace(aside: Cursor): ListPlace {
  return { page: 1, part: null, total: null, isSteady: true, lastIds: [], isOver: false, aside };
}

/** The place after a page. A list whose length changes while it is read may have let a record slip from one page to another, unread. */
export function placeAfter(place: ListPlace, { page, pages, total, items }: ListPage): ListPlace {
  return {
    ...place,
    page: page + 1,
    part: null,
    total: place.total ?? total,
    isSteady: place.isSteady && (place.total === null || place.total === total),
    lastIds: items.slice(-rememberedItems).flatMap((item) => idOf(item) ?? []),
    isOver: page >= pages,
  };
}

/** The items of a page that were not on the page before. */
export function unreadItems(place: ListPlace, items: readonly unknown[]): unknown[] {
  const read = new Set(place.lastIds);
  return read.size === 0 ? [...items] : items.filter((item) => !read.has(idOf(item) ?? ""));
}

const identified = z.looseObject({ id: z.int() });

function idOf(item: unknown): string | null {
  const parsed = identified.safeParse(item);
  return parsed.success ? String(parsed.data.id) : null;
}

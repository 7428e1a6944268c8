import { z } from "zod";
import type { EasybillClient } from "../client";
import { easybillFailure } from "../failures";
import { readListPage, type ListAddress } from "../read-list";

type Listing<Item> = ListAddress & { item: z.ZodType<Item> };

/**
 * Everything a list holds, in pages that are not empty.
 * @throws AppError as `readListPage`; vendor_nonsense for an item that cannot be read; vendor_incomplete when the pages together hold less than
 * there is, because something moved between them: a document that is overlooked would be booked twice
 */
export async function* readPages<Item extends { id: number }>(client: EasybillClient, { item, ...address }: Listing<Item>): AsyncGenerator<Item[]> {
  const seen = new Set<number>();
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = await readListPage(client, address, page);
    const items = z.array(item).safeParse(answer.items);
    if (!items.success) throw easybillFailure("vendor_nonsense", { detail: { address, problem: z.prettifyError(items.error) } });
    pages = answer.pages;
    for (const { id } of items.data) seen.add(id);
    if (page >= pages && seen.size < answer.total) throw easybillFailure("vendor_incomplete", { detail: { address, total: answer.total, seen: seen.size } });
    if (items.data.length > 0) yield items.data;
  }
}

/** The same, all at once. */
export async function readList<Item extends { id: number }>(client: EasybillClient, listing: Listing<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const items of readPages(client, listing)) all.push(...items);
  return all;
}

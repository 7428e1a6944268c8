import { z } from "zod";
import type { EasybillClient } from "../client";
import { easybillFailure } from "../failures";

/** Greatest page EasyBill gives. */
const pageSize = 1_000;

type Listing<Item> = { operation: string; path: string; query: Readonly<Record<string, string>>; item: z.ZodType<Item> };

/**
 * Everything a list holds, in pages. An empty list may say that it has no pages at all.
 * @throws AppError as every request; vendor_incomplete when fewer came than EasyBill says there are: something that is missing counts for nothing
 */
export async function* readPages<Item extends { id: number }>(client: EasybillClient, { operation, path, query, item }: Listing<Item>): AsyncGenerator<Item[]> {
  const answer = z.object({ pages: z.int().min(0), total: z.int().min(0), items: z.array(item) });
  const seen = new Set<number>();
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const read = await client.request({ operation, method: "GET", path, query: { ...query, page, limit: pageSize }, answer });
    pages = read.pages;
    for (const { id } of read.items) seen.add(id);
    if (page >= pages && seen.size < read.total) throw easybillFailure("vendor_incomplete", { detail: { path, query, total: read.total, seen: seen.size } });
    if (read.items.length > 0) yield read.items;
  }
}

/** The same, all at once. */
export async function readList<Item extends { id: number }>(client: EasybillClient, listing: Listing<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const items of readPages(client, listing)) all.push(...items);
  return all;
}

import { z } from "zod";
import type { EasybillClient, EasybillRequest } from "./client";
import { easybillFailure } from "./failures";

/** The most that EasyBill hands over at once. */
const pageSize = 1000;

const pageSchema = z.looseObject({ page: z.int(), pages: z.int().min(0), limit: z.int().min(1), total: z.int().min(0), items: z.array(z.unknown()) });
export type ListPage = z.infer<typeof pageSchema>;

/** A list of EasyBill: where it is and what the log calls reading it. */
export type ListAddress = Pick<EasybillRequest<unknown>, "operation" | "path" | "query">;

/**
 * One page of a list, from 1. Its items are not looked at.
 * @throws AppError vendor_incomplete when it holds fewer items than it says itself, vendor_nonsense when it is another page, and as every request
 */
export async function readListPage(client: EasybillClient, { operation, path, query }: ListAddress, page: number, limit = pageSize): Promise<ListPage> {
  const answer = await client.request({ operation, method: "GET", path, query: { ...query, page, limit }, answer: pageSchema });
  if (answer.page !== page) throw easybillFailure("vendor_nonsense", { detail: { asked: page, answered: answer.page } });
  const expected = Math.max(0, Math.min(answer.limit, answer.total - (page - 1) * answer.limit));
  if (answer.items.length < expected) throw easybillFailure("vendor_incomplete", { detail: `${path}, page ${page}: ${answer.items.length} of ${expected} records` });
  return answer;
}

/** All items of a list that is short by nature, page by page. */
export async function* readWholeList(client: EasybillClient, address: ListAddress): AsyncGenerator<unknown> {
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = await readListPage(client, address, page);
    pages = answer.pages;
    yield* answer.items;
  }
}

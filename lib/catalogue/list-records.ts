import type { z } from "zod";
import { addStateCondition, type RecordState } from "@/lib/catalogue/record-state";
import type { Database } from "@/lib/db";
import { countRecords, findMatches } from "@/lib/paging/find-matches";
import type { ListRequest } from "@/lib/paging/list-request";
import { addSearch, Conditions, readPage, type Page } from "@/lib/paging/read-page";

/** How the records of one kind are listed. */
export type ListDefinition<Row extends { id: string }, Sort extends string> = {
  table: string;
  /** Columns with the names the row has them by. */
  select: string;
  /** SQL expression of each order; never null. */
  sorts: Record<Sort, string>;
  row: z.ZodType<Row>;
};

export type RecordListRequest<Sort extends string> = ListRequest<Sort> & {
  accountId: string;
  state: RecordState;
  /** Rows on a page, where it is not a page of the application. */
  size?: number;
};

export type RecordList<Row> = Page<Row> & {
  /** All records that meet search and filter, not only those of the page. */
  total: number;
};

/** One page of an account's records with the number of all that match. */
export async function listRecords<Row extends { id: string }, Sort extends string>(
  db: Database,
  definition: ListDefinition<Row, Sort>,
  request: RecordListRequest<Sort>,
): Promise<RecordList<Row>> {
  const { table, select, sorts, row } = definition;
  const conditions = () => {
    const made = new Conditions().add("account_id = ?", request.accountId);
    addStateCondition(made, request.state);
    addSearch(made, "search_text", request.search);
    return made;
  };
  const page = (among: Conditions) =>
    readPage(db, {
      from: table,
      select,
      sortBy: sorts[request.sort],
      descending: request.direction === "descending",
      conditions: among,
      position: request.position,
      size: request.size,
      parse: (value) => row.parse(value),
    });
  if (request.search === "") {
    const [total, read] = await Promise.all([countRecords(db, table, conditions()), page(conditions())]);
    return { ...read, total };
  }
  const { total, ids } = await findMatches(db, table, conditions());
  const among = ids ? new Conditions().add("account_id = ?", request.accountId).add("id = ANY(?)", ids) : conditions();
  return { ...(await page(among)), total };
}

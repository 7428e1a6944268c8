import { listAddress } from "@/lib/paging/list-address";
import type { ListRequest, SearchParams } from "@/lib/paging/list-request";

/** The head of a column that sorts: the first press sorts upwards, the next downwards. */
export function sortLink<Sort extends string>(parameters: SearchParams, { sort, direction }: Pick<ListRequest<Sort>, "sort" | "direction">, column: Sort) {
  const isCurrent = sort === column;
  return {
    href: listAddress(parameters, { sort: isCurrent && direction === "ascending" ? `-${column}` : column }),
    direction: isCurrent ? direction : null,
  };
}

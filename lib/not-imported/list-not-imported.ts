import { z } from "zod";
import { recordKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { countRecords } from "@/lib/paging/find-matches";
import { readPosition, type ListRequest } from "@/lib/paging/list-request";
import { addSearch, Conditions, readPage, type Page } from "@/lib/paging/read-page";

/** A record that the vendor has and that is not imported. */
const row = z.object({
  id: z.uuid(),
  vendor: z.string(),
  kind: z.enum(recordKinds),
  externalId: z.string(),
  label: z.string(),
  /** Key below sync.reason. */
  reason: z.string(),
  field: z.string().nullable(),
  params: z.record(z.string(), z.string()).catch({}),
  firstSeenAt: z.date(),
});
export type NotImportedRecord = z.infer<typeof row>;

export const notImportedSorts = ["number", "since"] as const satisfies readonly string[];
export type NotImportedSort = (typeof notImportedSorts)[number];

const sortBy: Record<NotImportedSort, string> = {
  number: `natural_order(external_id) COLLATE "C"`,
  since: `to_char(first_seen_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
};

/** Of each connection only what its present administration has: the others' records are not what is missing here. */
const current = `(skipped_record JOIN (SELECT id AS connection, vendor, administration AS present FROM connection) AS connected
  ON connected.connection = connection_id AND administration = coalesce(connected.present, ''))`;

type NotImportedRequest = ListRequest<NotImportedSort> & { accountId: string; kinds: readonly RecordKind[]; size?: number };

/** One page of what is not imported of some kinds, with the number of all that match. */
export async function listNotImported(db: Database, request: NotImportedRequest): Promise<Page<NotImportedRecord> & { total: number }> {
  const conditions = () => {
    const made = new Conditions().add("account_id = ?", request.accountId).add("kind = ANY(?::record_kind[])", request.kinds);
    addSearch(made, "search_text", request.search);
    return made;
  };
  const [total, page] = await Promise.all([countRecords(db, current, conditions()), readNotImported(db, request, conditions())]);
  return { ...page, total };
}

function readNotImported(db: Database, { sort, direction, position, size }: NotImportedRequest, conditions: Conditions): Promise<Page<NotImportedRecord>> {
  return readPage(db, {
    from: current,
    select: `vendor, kind, external_id AS "externalId", label, reason, field, params, first_seen_at AS "firstSeenAt"`,
    sortBy: sortBy[sort],
    descending: direction === "descending",
    conditions,
    position,
    parse: (value) => row.parse(value),
    size,
  });
}

/** Everything that matches, in order, in portions of a thousand: for the download. */
export async function* eachNotImported(db: Database, request: { accountId: string; kinds: readonly RecordKind[]; search: string }): AsyncGenerator<NotImportedRecord[]> {
  let position: ListRequest<NotImportedSort>["position"] = { at: "start" };
  for (;;) {
    const conditions = new Conditions().add("account_id = ?", request.accountId).add("kind = ANY(?::record_kind[])", request.kinds);
    addSearch(conditions, "search_text", request.search);
    const page: Page<NotImportedRecord> = await readNotImported(db, { ...request, sort: "number", direction: "ascending", position, size: 1_000 }, conditions);
    yield page.rows;
    position = page.after === null ? { at: "start" } : readPosition({ after: page.after });
    if (position.at === "start") return;
  }
}

import { z } from "zod";
import { findConnector as findRegisteredConnector } from "@/lib/connectors/registry";
import type { Database } from "@/lib/db";
import { answerOf } from "@/lib/export/answer";
import { choicesOf } from "@/lib/export/choices";
import { countTries, triesKey } from "@/lib/export/count-tries";
import { viewDocument } from "@/lib/export/document-view";
import { listExportConnections } from "@/lib/export/export-connection";
import type { ExportFilters } from "@/lib/export/export-list-request";
import { addExportMark, isCurrent, markFacts, markOf } from "@/lib/export/export-mark";
import type { ExportMark, ExportStanding } from "@/lib/export/export-standing";
import { DocumentState, ExportState } from "@/lib/generated/prisma/enums";
import { findFew } from "@/lib/paging/find-matches";
import { withIndexScan } from "@/lib/paging/index-scan";
import type { ListPosition } from "@/lib/paging/list-request";
import { addSearch, Conditions, readPage, searchedWords, type Page } from "@/lib/paging/read-page";
import type { FindConnector } from "@/lib/sync/engine";
import { workStatusColumns } from "@/lib/work-statuses/work-status";

/** The export of a work order that counts for a bookkeeping, with the answer its own page gives. */
export type ExportRow = {
  id: string;
  workOrder: { id: string; number: string; customerName: string | null; customerDebtorNumber: string | null };
  mark: ExportMark;
  /** When something happened to it last, as an ISO text (UTC): it was settled, else sent, else asked for. */
  at: string;
  /** Without conditions: they stand on the work order's page. */
  standing: ExportStanding & { connectionId: string };
};

export type ExportQuery = { accountId: string; filters: ExportFilters; position: ListPosition };
type Options = { findConnector?: FindConnector; now?: Date };

/** When something happened to it last; the indexes of the list are in this order. */
const moment = "coalesce(intent.finished_at, intent.sending_at, intent.requested_at)";
/** So many documents a search may mean; of more, the newest are shown. */
const MOST_DOCUMENTS = 1_000;

const found = z.object({
  id: z.uuid(),
  at: z.date(),
  facts: z.object({ state: z.enum(ExportState), isOver: z.boolean(), isUnfinished: z.boolean(), documentState: z.enum(DocumentState).nullable() }),
});
type Found = z.output<typeof found>;

/** One page of an account's exports, the latest first. No vendor is asked. */
export async function listExports(db: Database, query: ExportQuery, { findConnector = findRegisteredConnector, now = new Date() }: Options = {}): Promise<Page<ExportRow>> {
  const page = await readPage<Found>(db, {
    from: "export_intent intent",
    select: `${moment} AS at, ${markFacts} AS facts`,
    sortBy: moment,
    descending: true,
    conditions: await conditionsOf(db, query),
    position: query.position,
    parse: (row) => found.parse(row),
  });
  return { ...page, rows: await describe(db, query.accountId, page.rows, { findConnector, now }) };
}

async function conditionsOf(db: Database, { accountId, filters: { search, mark, vendor, from, to } }: ExportQuery): Promise<Conditions> {
  const conditions = new Conditions().add("intent.account_id = ?", accountId).add(isCurrent);
  if (mark !== null) addExportMark(conditions, accountId, mark);
  if (vendor !== null) conditions.add("intent.connection_id IN (SELECT id FROM connection WHERE account_id = ? AND vendor = ?)", accountId, vendor);
  const midnight = (days: number) => `${moment} ${days === 0 ? ">=" : "<"} (SELECT (?::date + ${days})::timestamp AT TIME ZONE time_zone FROM account WHERE id = ?)`;
  if (from !== null) conditions.add(midnight(0), from, accountId);
  if (to !== null) conditions.add(midnight(1), to, accountId);
  if (search !== "") await addExportSearch(db, conditions, { accountId, search });
  return conditions;
}

/** Work orders by their own search, and documents by a part of their number. */
async function addExportSearch(db: Database, conditions: Conditions, { accountId, search }: { accountId: string; search: string }): Promise<void> {
  const meant = new Conditions().add("account_id = ?", accountId);
  addSearch(meant, "search_text", search);
  const [workOrderIds, documentIds] = await Promise.all([findFew(db, "work_order", meant), findDocuments(db, accountId, search)]);
  if (workOrderIds !== null) {
    conditions.add("intent.work_order_id = ANY(?::uuid[])", [...workOrderIds, ...documentIds]);
    return;
  }
  // Of what means so many, a page is found soon on the way through the list. A value and no EXISTS, for which the planner would read every work order there is.
  const words = searchedWords(search);
  const isMeant = words.map(() => "meant.search_text LIKE '%' || plain_text(?) || '%'").join(" AND ");
  conditions.add(`((SELECT ${isMeant} FROM work_order meant WHERE meant.id = intent.work_order_id) OR intent.work_order_id = ANY(?::uuid[]))`, ...words, documentIds);
}

/** The work orders whose document has this in its number, from its index alone. Capitals aside, as the plainest of collations has them, which is by far the quickest. */
function findDocuments(db: Database, accountId: string, search: string): Promise<string[]> {
  return withIndexScan(db, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT work_order_id AS id FROM export_intent WHERE account_id = $1 AND NOT replaced AND document_number IS NOT NULL
         AND lower(document_number COLLATE "C") LIKE lower($2 COLLATE "C") LIMIT ${MOST_DOCUMENTS}`,
      [accountId, `%${search.replace(/[\\%_]/g, "\\$&")}%`],
    );
    return rows.map(({ id }) => id);
  });
}

/** The answer to each, by the rules of the work order's own page. */
async function describe(db: Database, accountId: string, page: readonly Found[], { findConnector, now }: Required<Options>): Promise<ExportRow[]> {
  if (page.length === 0) return [];
  const head = { id: true, number: true, status: true, completedAt: true, revision: true, customerName: true, customerDebtorNumber: true, workStatus: { select: workStatusColumns } } as const;
  const [connections, intents] = await Promise.all([
    listExportConnections(db, findConnector, accountId, now),
    db.prisma.exportIntent.findMany({ where: { accountId, id: { in: page.map(({ id }) => id) } }, include: { document: true, workOrder: { select: head } } }),
  ]);
  const tries = await countTries(db, accountId, intents.map(({ workOrderId }) => workOrderId));
  return page.flatMap(({ id, at, facts }): ExportRow[] => {
    const stored = intents.find((one) => one.id === id);
    const connection = connections.find((one) => one.id === stored?.connectionId);
    if (!stored || !connection) return [];
    const { document, workOrder: { customerName, customerDebtorNumber, completedAt, ...workOrder }, ...intent } = stored;
    const answer = answerOf({ workOrder: { ...workOrder, completedAt: completedAt?.toISOString() ?? null }, connection, intent, document, elsewhere: null });
    const { vendor, vendorName, id: connectionId } = connection;
    return [{
      id,
      workOrder: { id: workOrder.id, number: workOrder.number, customerName, customerDebtorNumber },
      mark: markOf(facts),
      at: at.toISOString(),
      standing: { vendor, vendorName, connectionId, answer, conditions: [], choices: choicesOf(answer, connection), tries: tries.get(triesKey(intent)) ?? 0, document: viewDocument(intent, document) },
    }];
  });
}

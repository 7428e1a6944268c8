import { z } from "zod";
import type { Database } from "@/lib/db";
import { addWorkOrderMark, markOf, newestIntent } from "@/lib/export/export-mark";
import type { ExportMark } from "@/lib/export/export-standing";
import { DocumentState, ExportState, WorkOrderStatus, WorkStatusPurpose } from "@/lib/generated/prisma/enums";
import { countRecords, findFew } from "@/lib/paging/find-matches";
import { addSearch, Conditions, readPage, type Page } from "@/lib/paging/read-page";
import type { WorkOrderFilters, WorkOrderListRequest, WorkOrderSort } from "@/lib/work-orders/work-order-list-request";

const text = z.string().nullable();
const storedRow = z.object({
  id: z.uuid(),
  number: z.string(),
  status: z.enum(WorkOrderStatus),
  workStatus: z.object({ id: z.uuid(), code: z.number().int(), name: z.string(), purpose: z.enum(WorkStatusPurpose).nullable() }).nullable(),
  customerName: text,
  customerDebtorNumber: text,
  customerCity: text,
  /** YYYY-MM-DD */
  workDate: z.string(),
  /** ISO text in UTC. */
  completedAt: text,
  shortDescription: text,
  revision: z.number().int(),
  /** Of the document that was exported last. */
  documentNumber: text,
  /** What became of it at the vendor; null where the vendor does not tell. */
  documentState: z.enum(DocumentState).nullable(),
  newest: z.object({ state: z.enum(ExportState), isOver: z.boolean(), isUnfinished: z.boolean(), documentState: z.enum(DocumentState).nullable() }).nullable(),
});

export type WorkOrderRow = Omit<z.output<typeof storedRow>, "newest"> & { exportMark: ExportMark };

export type WorkOrderList = Page<WorkOrderRow> & {
  /** All that meet search and filters, not only those of the page. */
  total: number;
};

const select = `number, status, customer_name AS "customerName", customer_debtor_number AS "customerDebtorNumber", customer_city AS "customerCity",
  work_date::text AS "workDate", to_char(completed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "completedAt", short_description AS "shortDescription", revision,
  (SELECT json_build_object('id', id, 'code', code, 'name', name, 'purpose', purpose) FROM work_status WHERE work_status.id = work_status_id) AS "workStatus",
  (SELECT document_number FROM export_intent intent WHERE intent.work_order_id = work_order.id AND document_number IS NOT NULL ORDER BY requested_at DESC LIMIT 1) AS "documentNumber",
  (SELECT document.state FROM export_intent intent JOIN exported_document document ON document.intent_id = intent.id WHERE intent.work_order_id = work_order.id AND document_number IS NOT NULL ORDER BY requested_at DESC LIMIT 1) AS "documentState",
  ${newestIntent} AS newest`;

const sorts: Record<WorkOrderSort, string> = { date: "work_date", number: `number_order(number) COLLATE "C"` };

/** One page of an account's work orders with the number of all that match. */
export async function listWorkOrders(db: Database, { accountId, ...request }: WorkOrderListRequest & { accountId: string }): Promise<WorkOrderList> {
  const searched = () => addSearchCondition(new Conditions().add("account_id = ?", accountId), request.search);
  // The index of the search knows nothing of the filters: first the few that are meant, then the filters among them.
  const ids = request.search === "" ? null : await findFew(db, "work_order", searched());
  const filtered = () => addFilters(ids ? new Conditions().add("account_id = ?", accountId).add("id = ANY(?)", ids) : searched(), accountId, request);
  const page = readPage(db, {
    from: "work_order",
    select,
    sortBy: sorts[request.sort],
    descending: request.direction === "descending",
    conditions: filtered(),
    position: request.position,
    parse: toRow,
  });
  const [read, total] = await Promise.all([page, countRecords(db, "work_order", filtered())]);
  return { ...read, total };
}

function toRow(value: unknown): WorkOrderRow {
  const { newest, ...row } = storedRow.parse(value);
  return { ...row, exportMark: markOf(newest) };
}

function addSearchCondition(conditions: Conditions, search: string): Conditions {
  addSearch(conditions, "search_text", search);
  return conditions;
}

function addFilters(conditions: Conditions, accountId: string, { status, workStatusId, customer, from, to, exportMark }: WorkOrderFilters): Conditions {
  if (status !== null) conditions.add("status = ?::work_order_status", status);
  if (workStatusId !== null) conditions.add("work_status_id = ?", workStatusId);
  if (customer !== null) conditions.add("customer_debtor_number = ?", customer);
  if (from !== null) conditions.add("work_date >= ?::date", from);
  if (to !== null) conditions.add("work_date <= ?::date", to);
  if (exportMark !== null) addWorkOrderMark(conditions, accountId, exportMark);
  return conditions;
}
